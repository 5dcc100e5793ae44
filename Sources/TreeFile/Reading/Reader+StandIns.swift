import Triage

/// What stands for a section or an outcome that nobody knows, so that one misspelt name hides no other mistake: a
/// session that comes there has come to an end.
extension Reader {
  /// The section behind all that are defined.
  mutating func unknownSection() -> SectionID {
    hasUnknownTargets = true
    return SectionID(names[.sections].definitions.count)
  }

  /// The outcome behind all that are defined.
  mutating func unknownOutcome() -> OutcomeID {
    hasUnknownTargets = true
    return OutcomeID(names[.outcomes].definitions.count)
  }

  mutating func addStandIns(to grammar: inout Grammar) {
    let end = Branch(if: nil, to: .outcome(unknownOutcome()), because: nil, part: .none)
    let steps = [Step(.decide([end]), if: nil, part: .none)]
    grammar.sections.append(Section(name: "", part: .none, steps: steps))
    grammar.outcomes.append(Outcome(name: "", part: .none, level: highest, title: "", say: ""))
  }
}
