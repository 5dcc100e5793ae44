import Assurance
import TreeFile
import Triage

/// The parts of a tree that claims are about.
struct Parts {
  let grammar: Grammar
  /// Every branch, in the order in which a program counts them.
  let branches: [(section: SectionID, branch: Branch)]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    branches = zip(grammar.sections.ids, grammar.sections).flatMap { id, section in
      section.steps.flatMap(\.branches).map { (id, $0) }
    }
  }

  /// Where the part is written that a claim is about.
  func part(of subject: Proof.Subject) -> PartID {
    switch subject {
    case .guarantee(let position): grammar.guarantees[position].part
    case .monotone(let question), .doubt(let question), .askedBeforeOffering(let question), .asksFirst(let question):
      grammar.questions[question].part
    case .keepsStretch(let outcome), .reachesOutcome(let outcome): grammar.outcomes[outcome].part
    case .reachesSection(let section): grammar.sections[section].part
    case .takesBranch(let position): branches[position].branch.part
    case .offersStretch(let stretch): grammar.stretches[stretch].part
    }
  }

  /// What the part is called that a claim is about; a branch, that has no name, by its place.
  func name(of subject: Proof.Subject, _ map: SourceMap) -> String {
    switch subject {
    case .guarantee(let position): grammar.guarantees[position].name
    case .monotone(let question), .doubt(let question), .askedBeforeOffering(let question), .asksFirst(let question):
      grammar.questions[question].name
    case .keepsStretch(let outcome), .reachesOutcome(let outcome): grammar.outcomes[outcome].name
    case .reachesSection(let section): grammar.sections[section].name
    case .takesBranch(let position): map.place(of: branches[position].branch.part) ?? "\(position)"
    case .offersStretch(let stretch): grammar.stretches[stretch].name
    }
  }
}

extension Step {
  var branches: [Branch] {
    switch action {
    case .ask(_, let branches), .decide(let branches): branches
    case .say, .go: []
    }
  }
}
