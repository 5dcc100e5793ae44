import Triage

extension Condition {
  /// The tests of which it is made, in the order in which they are read. A fact is one test.
  var tests: [Condition] {
    switch self {
    case .always, .never: []
    case .not(let inner): inner.tests
    case .all(let parts), .any(let parts), .count(_, let parts, _): parts.flatMap(\.tests)
    case .fact, .question, .score: [self]
    }
  }

  var comparisons: [Condition] { tests.filter(\.isComparison) }

  /// Whether it compares a number, a duration or a score with something.
  var isComparison: Bool {
    switch self {
    case .question(_, .compares, _), .question(_, .between, _), .score(_, .compares, _), .score(_, .between, _): true
    default: false
    }
  }

  /// Where a test is written; nil for what is no test.
  var part: PartID? {
    switch self {
    case .question(_, _, let part), .score(_, _, let part), .fact(_, let part), .count(_, _, let part): part
    case .always, .never, .not, .all, .any: nil
    }
  }
}
