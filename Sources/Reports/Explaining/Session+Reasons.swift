import Triage

/// Why a branch was taken, facts looked into and branches before it counted.
///
/// What made a fact hold is found out by what decides about patients: the session is followed once more, through a copy
/// of the tree in which the branches taken have, in the place of a fact, the condition that it names.
extension Session {
  /// The trace with reasons that say what made each fact among them hold, or not hold.
  var reasoned: [(entry: TraceEntry, reasons: [Explanation.Reason])] {
    let marks = Set(trace.compactMap(\.markOfBranchByFact))
    let inside = marks.isEmpty ? nil : try? Session(tree.unfolding(branches: marks), replaying: events)
    return trace.enumerated().map { number, entry in
      let tests = inside.flatMap { number < $0.trace.count ? $0.trace[number].reasons : nil } ?? []
      return (entry, entry.reasons.map { Explanation.Reason($0, inside: tests, tree.grammar) })
    }
  }
}

extension Explanation.Reason {
  /// - Parameter tests: what made the condition hold where its facts are written out.
  fileprivate init(_ reason: TraceEntry.Reason, inside tests: [TraceEntry.Reason], _ grammar: Grammar) {
    self.init(test: reason, inside: [])
    guard case .fact(let fact) = reason.subject else { return }
    var wanted = Set(grammar.facts[fact].condition.tests.map(\.mark))
    inside = tests.filter { wanted.remove($0.part.mark) != nil }
  }
}

extension TraceEntry {
  fileprivate var reasons: [Reason] {
    if case .took(_, let reasons) = self { reasons } else { [] }
  }

  /// The mark of a branch that was taken because of a fact.
  fileprivate var markOfBranchByFact: Int32? {
    guard case .took(let branch, let reasons) = self else { return nil }
    return reasons.contains { if case .fact = $0.subject { true } else { false } } ? branch.part.mark : nil
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
  fileprivate func unfolded(_ facts: [Fact]) -> Condition {
    switch self {
    case .always, .never, .question, .score: self
    case .fact(let fact, _): facts[fact].condition
    case .not(let inner): .not(inner.unfolded(facts))
    case .all(let parts): .all(parts.map { $0.unfolded(facts) })
    case .any(let parts): .any(parts.map { $0.unfolded(facts) })
    case .count(let count, let parts, let part): .count(count, of: parts.map { $0.unfolded(facts) }, part)
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
  /// The branches that were tried before this one and did not hold; nil for what is no branch of several.
  func passedOver(before branch: Branch) -> [Branch]? {
    for step in sections.lazy.flatMap(\.steps) {
      if let position = step.branches.firstIndex(where: { $0.part.mark == branch.part.mark }) {
        return Array(step.branches[..<position])
      }
    }
    return nil
  }
}
