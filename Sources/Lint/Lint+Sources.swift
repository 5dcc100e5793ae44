import Triage
import Understanding

extension Lint {
  /// What decides about a patient, or is given to one to do, and names no source: red flags, stretches, and outcomes with
  /// a level. The lowest level too: that somebody need not be seen is no smaller claim than that they must.
  ///
  /// Other questions only gather what these rest on. An outcome outside the tree decides nothing, and the stuck one only
  /// says that nothing could be decided. Of a tree without any source it is said once.
  func missingSources(in grammar: Grammar) -> [Remark] {
    let flags = grammar.questions.ids.filter {
      grammar.questions[$0].redFlag != nil && grammar.questions[$0].sources.isEmpty
    }
    let outcomes = grammar.outcomes.ids.filter {
      $0 != grammar.stuck && grammar.outcomes[$0].level != nil && grammar.outcomes[$0].sources.isEmpty
    }
    let stretches = grammar.stretches.ids.filter { grammar.stretches[$0].sources.isEmpty }
    let rules = grammar.stretchingRules.indices.filter { grammar.stretchingRules[$0].sources.isEmpty }
    let count = flags.count + outcomes.count + stretches.count + rules.count
    if grammar.sources.isEmpty, count > 0 { return [Remark(.noSources(count: count), at: .none)] }
    return flags.map { Remark(.noSource(.redFlag($0)), at: grammar.questions[$0].part) }
      + stretches.map { Remark(.noSource(.stretch($0)), at: grammar.stretches[$0].part) }
      + rules.map { Remark(.noSource(.stretchingRule($0)), at: grammar.stretchingRules[$0].part) }
      + outcomes.map { Remark(.noSource(.outcome($0)), at: grammar.outcomes[$0].part) }
  }

  /// Whether the day has passed on which somebody should have looked at the tree again. On the day itself it has not.
  func review(of grammar: Grammar, today: CivilDate) -> [Remark] {
    guard let due = grammar.about.reviewDue.flatMap(CivilDate.init(written:)) else {
      return [Remark(.reviewMissing, at: .none)]
    }
    return due < today ? [Remark(.reviewOverdue(since: due), at: grammar.about.reviewDuePart)] : []
  }
}

extension CivilDate {
  /// A day as trees write it, like 2027-11-01.
  fileprivate init?(written text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
