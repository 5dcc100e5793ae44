import Triage

/// One place where something is decided, and what is looked at there.
///
/// A condition is read from left to right, as far as it takes to know it: what stands behind `ripe is yes and` is looked
/// at where that holds. Of a count everything is looked at.
struct Site {
  /// A point, and where it is come by.
  struct Mark {
    var point: Int
    var condition: Condition
  }

  private(set) var marks: [Mark] = []
  /// Facts and scores that are looked at, by their place among the names: each way to come to it, as all that has to
  /// hold.
  private var waiting: [Int: [[Condition]]] = [:]
  private let names: Names
  private let grammar: Grammar
  /// What has to hold for the next test to be looked at.
  private var before: [Condition] = []
  /// The point of the next comparison.
  private var next = 0

  init(_ names: Names, _ grammar: Grammar) {
    self.names = names
    self.grammar = grammar
  }

  /// Looks at some conditions, one as well as the other, whose comparisons have two points each from `first` on.
  mutating func look(at conditions: [Condition], after before: [Condition] = [], points first: Int) {
    (self.before, next) = (before, first)
    for condition in conditions { read(condition) }
  }

  /// Takes a fact or a score that was looked at, once everything has been read that uses it.
  mutating func nextName() -> (name: Names.Name, ways: [[Condition]])? {
    guard let place = waiting.keys.min(), let ways = waiting.removeValue(forKey: place) else { return nil }
    return (names.order[place], ways)
  }

  /// Looks at a fact or a score.
  mutating func look(at name: Names.Name, after before: [Condition]) {
    guard let place = names.places[name] else { return }
    waiting[place, default: []].append(before)
  }

  private mutating func read(_ condition: Condition) {
    switch condition {
    case .always, .never: break
    case .not(let inner): read(inner)
    case .all(let parts): read(parts) { $0 }
    case .any(let parts): read(parts) { .not($0) }
    case .count(_, let parts, _): for part in parts { read(part) }
    case .fact(let fact, _): look(at: .fact(fact), after: before)
    case .score(let score, _, _):
      look(at: .score(score), after: before)
      mark(condition)
    case .question: mark(condition)
    }
  }

  /// Reads one part after the other, while they come out so that the next one matters.
  private mutating func read(_ parts: [Condition], while goesOn: (Condition) -> Condition) {
    for part in parts {
      read(part)
      before.append(goesOn(part))
    }
    before.removeLast(parts.count)
  }

  private mutating func mark(_ test: Condition) {
    guard test.isComparison else { return }
    for side in [test, .not(test)] {
      marks.append(Mark(point: next, condition: .all(before + hasDefiniteAnswer(test) + [side])))
      next += 1
    }
  }

  /// What has to hold besides, for an answer to lie on a side: "not sure" lies on none, nor does what was not asked.
  private func hasDefiniteAnswer(_ test: Condition) -> [Condition] {
    switch test {
    case .question(let question, _, let part):
      [.question(question, .wasAsked, part), .not(.question(question, .isUnsure, part))]
    case .score(let score, _, let part) where grammar.scores[score].form == .percentOfAnswered:
      [.not(.score(score, .isUnsure, part))]
    default: []
    }
  }
}
