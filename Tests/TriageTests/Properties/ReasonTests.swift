import TestSupport
import Testing
import Triage

@Suite struct `The reasons for a branch` {
  @Test func `are true, and enough`() throws {
    try RandomRun.forEachPatient { grammar, tree, patient in
      var session = Session(tree)
      while case .asking(let question) = session.position {
        try session.submit(.answer(question, patient.answer(to: question)))
      }
      var answers: [QuestionID: Answer] = [:]
      for entry in session.trace {
        switch entry {
        case .said: break
        case .answered(let question, let answer, _): answers[question] = answer
        case .took(let branch, let reasons):
          try Self.check(reasons, for: branch, Explained(grammar: grammar, answers: answers, reasons: reasons))
        }
      }
    }
  }

  private static func check(_ reasons: [TraceEntry.Reason], for branch: Branch, _ explained: Explained) throws {
    guard let condition = branch.condition else {
      return try require(reasons, equals: [], "Reasons for a branch without a condition")
    }
    let tests = explained.tests(in: condition)
    for reason in reasons {
      guard let test = tests.first(where: { $0.part.mark == reason.part.mark }) else {
        throw Difference("\(reason) is no test of \(condition)")
      }
      try require(reason.held, equals: explained.reader.holds(test.condition), "\(reason) of \(condition)")
    }
    try require(explained.followsFromReasons(condition), equals: true, "\(reasons) explain \(condition)")
  }
}

/// A condition, some answers, and the reasons said to make it hold.
private struct Explained {
  let reader: NaiveReader
  let held: [Int32: Bool]
  let grammar: Grammar

  init(grammar: Grammar, answers: [QuestionID: Answer], reasons: [TraceEntry.Reason]) {
    self.grammar = grammar
    reader = NaiveReader(grammar: grammar, answers: answers)
    held = Dictionary(reasons.map { ($0.part.mark, $0.held) }) { first, _ in first }
  }

  /// Every test of a condition, with the place where it was written; facts are tests, and what they say is too.
  func tests(in condition: Condition) -> [(condition: Condition, part: PartID)] {
    switch condition {
    case .always, .never: []
    case .not(let inner): tests(in: inner)
    case .all(let parts), .any(let parts): parts.flatMap { tests(in: $0) }
    case .count(_, of: let parts, let part): [(condition, part)] + parts.flatMap { tests(in: $0) }
    case .fact(let fact, let part): [(condition, part)] + tests(in: grammar.facts[fact].condition)
    case .question(_, _, let part), .score(_, _, let part): [(condition, part)]
    }
  }

  /// Whether a condition holds by the reasons alone: nil where they leave it open.
  func followsFromReasons(_ condition: Condition) -> Bool? {
    switch condition {
    case .always: true
    case .never: false
    case .not(let inner): followsFromReasons(inner).map { !$0 }
    case .all(let parts): all(parts.map { followsFromReasons($0) })
    case .any(let parts): all(parts.map { followsFromReasons($0).map { !$0 } }).map { !$0 }
    case .count(let count, of: let parts, let part): held[part.mark] ?? follows(count, parts)
    case .fact(let fact, let part): held[part.mark] ?? followsFromReasons(grammar.facts[fact].condition)
    case .question(_, _, let part), .score(_, _, let part): held[part.mark]
    }
  }

  private func all(_ parts: [Bool?]) -> Bool? {
    parts.contains(false) ? false : parts.contains(nil) ? nil : true
  }

  /// A count follows where it comes out the same however the open parts turn out.
  private func follows(_ count: Count, _ parts: [Condition]) -> Bool? {
    let known = parts.map { followsFromReasons($0) }
    let least = known.filter { $0 == true }.count
    let outcomes = Set((least...(least + known.filter { $0 == nil }.count)).map { NaiveReader.is($0, count) })
    return outcomes.count == 1 ? outcomes.first : nil
  }
}
