import Triage

/// Why a branch was taken, facts and counts looked into.
///
/// What made them hold is found out by what decides about patients: the session is followed once more, through a copy of
/// the tree in which the branches taken have, in the place of a fact, the condition that it names, and before a count
/// each of its conditions, with "or not" behind it.
extension Session {
  /// The trace with reasons that say what made each fact and count among them hold, or not hold.
  var reasoned: [(entry: TraceEntry, reasons: [Explanation.Reason])] {
    let marks = Set(trace.compactMap(\.markOfBranchToLookInto))
    let inside = marks.isEmpty ? nil : try? Session(tree.unfolding(branches: marks), replaying: events)
    return trace.enumerated().map { number, entry in
      let tests = inside.flatMap { number < $0.trace.count ? $0.trace[number].reasons : nil } ?? []
      return (entry, entry.reasons.map { Explanation.Reason($0, of: entry, inside: tests, tree.grammar) })
    }
  }
}

extension Explanation.Reason {
  /// - Parameter tests: what made the condition hold where its facts and counts are written out.
  fileprivate init(
    _ reason: TraceEntry.Reason, of entry: TraceEntry, inside tests: [TraceEntry.Reason], _ grammar: Grammar
  ) {
    let parts: [PartID] =
      switch reason.subject {
      case .question, .score: []
      case .fact(let fact): grammar.facts[fact].condition.tests
      case .count: entry.condition?.counts.first { $0.part.mark == reason.part.mark }?.items.flatMap(\.tests) ?? []
      }
    var wanted = Set(parts.map(\.mark))
    self.init(test: reason, inside: tests.filter { wanted.remove($0.part.mark) != nil })
  }
}

extension TraceEntry {
  fileprivate var reasons: [Reason] {
    if case .took(_, let reasons) = self { reasons } else { [] }
  }

  fileprivate var condition: Condition? {
    if case .took(let branch, _) = self { branch.condition } else { nil }
  }

  /// The mark of a branch that was taken because of a fact or a count.
  fileprivate var markOfBranchToLookInto: Int32? {
    guard case .took(let branch, let reasons) = self else { return nil }
    let isDeep = reasons.contains { reason in
      switch reason.subject {
      case .fact, .count: true
      case .question, .score: false
      }
    }
    return isDeep ? branch.part.mark : nil
  }
}

// MARK: - A copy of the tree

extension Tree {
  /// The tree with the conditions of some branches written out, one fact deep. It goes where the tree itself goes.
  fileprivate func unfolding(branches marks: Set<Int32>) -> Tree {
    var copy = grammar
    for section in copy.sections.indices {
      for step in copy.sections[section].steps.indices {
        copy.sections[section].steps[step].unfold(marks, grammar.facts)
      }
    }
    return Tree(lowering: copy)
  }
}

extension Step {
  fileprivate mutating func unfold(_ marks: Set<Int32>, _ facts: [Fact]) {
    let unfolded = { (branches: [Branch]) in
      branches.map { branch in
        var branch = branch
        if marks.contains(branch.part.mark) { branch.condition = branch.condition?.unfolded(facts) }
        return branch
      }
    }
    switch action {
    case .say, .go: break
    case .ask(let question, let branches): action = .ask(question, then: unfolded(branches))
    case .decide(let branches): action = .decide(unfolded(branches))
    }
  }
}

extension Condition {
  /// - Parameter isAsserted: whether it matters that it holds, or that it does not: below every `not` the other.
  fileprivate func unfolded(_ facts: [Fact], isAsserted: Bool = true) -> Condition {
    let each = { (parts: [Condition]) in parts.map { $0.unfolded(facts, isAsserted: isAsserted) } }
    return switch self {
    case .always, .never, .question, .score: self
    case .fact(let fact, _): facts[fact].condition.tellingCounts(isAsserted)
    case .not(let inner): .not(inner.unfolded(facts, isAsserted: !isAsserted))
    case .all(let parts): .all(each(parts))
    case .any(let parts): .any(each(parts))
    case .count: tellingCounts(isAsserted)
    }
  }

  /// The same condition, in which the conditions of every count come before it: of each one test tells how it came out.
  private func tellingCounts(_ isAsserted: Bool) -> Condition {
    let each = { (parts: [Condition]) in parts.map { $0.tellingCounts(isAsserted) } }
    switch self {
    case .always, .never, .question, .score, .fact: return self
    case .not(let inner): return .not(inner.tellingCounts(!isAsserted))
    case .all(let parts): return .all(each(parts))
    case .any(let parts): return .any(each(parts))
    case .count(_, let parts, _):
      return isAsserted
        ? .all(parts.map { .any([$0, .not($0)]) } + [self]) : .any(parts.map { .all([$0, .not($0)]) } + [self])
    }
  }

  /// Its counts, with the conditions that each counts; a count within another is left out.
  var counts: [(count: Count, items: [Condition], part: PartID)] {
    switch self {
    case .always, .never, .question, .score, .fact: []
    case .not(let inner): inner.counts
    case .all(let parts), .any(let parts): parts.flatMap(\.counts)
    case .count(let count, let items, let part): [(count, items, part)]
    }
  }

  /// Where each of its tests was written.
  fileprivate var tests: [PartID] {
    switch self {
    case .always, .never: []
    case .question(_, _, let part), .score(_, _, let part), .fact(_, let part): [part]
    case .not(let inner): inner.tests
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .count(_, let parts, let part): [part] + parts.flatMap(\.tests)
    }
  }
}

// MARK: - Branches passed over

extension Grammar {
  /// By the mark of a branch without a condition: the branches that are tried before it.
  var passedOver: [Int32: [Branch]] {
    sections.lazy.flatMap(\.steps).reduce(into: [:]) { found, step in
      for (position, branch) in step.branches.enumerated() where branch.condition == nil {
        found[branch.part.mark] = Array(step.branches[..<position])
      }
    }
  }

  /// By the mark of a count: what it is called, as "at least 2 of 3 conditions".
  var countWords: [Int32: String] {
    let ofBranches = sections.lazy.flatMap(\.steps).flatMap(\.branches).compactMap(\.condition)
    return (Array(ofBranches) + facts.map(\.condition)).flatMap(\.counts).reduce(into: [:]) { words, found in
      words[found.part.mark] = "\(found.count.words) of \(found.items.count) conditions"
    }
  }
}
