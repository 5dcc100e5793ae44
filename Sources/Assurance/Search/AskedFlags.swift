import Triage

/// Some of a tree's red flags, by their places among them.
struct FlagSet {
  private(set) var words: [UInt64]

  init(places: Int) { words = Array(repeating: 0, count: (places + 63) / 64) }

  func contains(_ place: Int) -> Bool { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }

  mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }

  mutating func formIntersection(_ other: FlagSet) {
    for word in words.indices where words[word] & ~other.words[word] != 0 { words[word] &= other.words[word] }
  }
}

/// Which red flags everybody was asked who comes to a question or to an offer, by whichever way.
///
/// A search that goes stop by stop leaves a state only when every way to it has been looked along.
struct AskedFlags {
  /// By question: its place among the red flags; -1 for one that is none.
  private let places: [Int32]
  private let asksAgain: [Bool]
  private let offers: [Bool]
  /// By state: what every way to it has asked. Each is given up when it is left: a long tree has very many.
  private var atStates: [FlagSet?] = []
  private var beforeQuestions: [FlagSet?]
  private var beforeOffering: FlagSet?
  /// What was asked of those who are looked at.
  private var asked: FlagSet

  init(_ grammar: Grammar) {
    var count: Int32 = 0
    places = grammar.questions.map { question in
      guard question.redFlag != nil else { return -1 }
      count += 1
      return count - 1
    }
    asked = FlagSet(places: Int(count))
    asksAgain = grammar.questions.map(\.asksAgain)
    offers = grammar.outcomes.map { !$0.stretches.entries.isEmpty }
    beforeQuestions = Array(repeating: nil, count: places.count)
  }

  /// What everybody was asked before a question that takes no "not sure"; nil where nobody comes there.
  func before(_ question: QuestionID) -> FlagSet? { beforeQuestions[question.position] }

  /// Whether everybody was asked a red flag who ends where there is a list of stretches.
  func isAskedBeforeOffering(_ flag: QuestionID) -> Bool {
    beforeOffering?.contains(Int(places[flag.position])) ?? true
  }

  // MARK: Noting

  /// Goes on from a state whose question is being answered.
  mutating func leave(_ state: Int, asking question: Int) {
    guard let flags = atStates[state] else { return }
    asked = flags
    atStates[state] = nil
    if places[question] >= 0 { asked.insert(Int(places[question])) }
  }

  /// Notes one more way to a state, from the one left last.
  ///
  /// - Parameter isNew: whether it is the first way there. States are numbered in the order of their first ways.
  mutating func arrive(at state: Int, isNew: Bool) {
    if isNew { atStates.append(asked) } else { atStates[state]?.formIntersection(asked) }
  }

  mutating func arrive(at stop: Stops.Kind) {
    switch stop {
    case .ask(let question) where asksAgain[question.position]:
      Self.narrow(&beforeQuestions[question.position], to: asked)
    case .end(let outcome) where offers[outcome.position]: Self.narrow(&beforeOffering, to: asked)
    default: break
    }
  }

  private static func narrow(_ known: inout FlagSet?, to asked: FlagSet) {
    if known == nil { known = asked } else { known!.formIntersection(asked) }
  }

  /// Gives up what was only needed on the way.
  mutating func finish() { atStates = [] }
}
