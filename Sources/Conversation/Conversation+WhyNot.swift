import Triage
import Understanding

/// What would have led elsewhere, as somebody found it out who can look: the chat has no proofs.
public enum Elsewhere: Equatable, Sendable {
  /// Smallest sets of answers, any of which would have led there.
  case ways([Way])
  /// Nobody ends there.
  case nobody
  /// So far as was looked, nothing leads there.
  case notFound

  /// Changes that together lead to an outcome.
  public struct Way: Equatable, Sendable {
    public var changes: [Change]
    public var outcome: OutcomeID

    public init(_ changes: [Change], to outcome: OutcomeID) {
      (self.changes, self.outcome) = (changes, outcome)
    }
  }

  /// Other answers to a question that was answered, any of which will do.
  public struct Change: Equatable, Sendable {
    public var question: QuestionID
    public var answers: [Alternative]

    public init(_ question: QuestionID, to answers: [Alternative]) {
      (self.question, self.answers) = (question, answers)
    }
  }

  public enum Alternative: Equatable, Sendable {
    case one(Value)
    /// Both ends included.
    case range(Value, Value)
    /// Every pick that has all of these choices and none of those.
    case picks(with: [Int], without: [Int])
    case unsure
  }
}

extension Conversation {
  /// Turns to who can look why it was not that outcome. Without a name it is any other.
  func whyNot(_ words: String, at now: Moment) -> Reply {
    guard case .ended(let ending) = session.position else {
      return Reply(says: [say(.notice, .whyNotLater)] + questionWords)
    }
    if case .alarm = ending.cause { return Reply(says: [say(.notice, .whyNotAlarm)] + whatNow) }
    guard !words.isEmpty else { return Reply(requests: [.whyNot([])]) }
    let level = level(named: words, at: now)
    let found = outcomes(named: words, at: now)
    guard !found.isEmpty, level != nil || titles(of: found).count == 1 else {
      let unknown = say(.notice, found.isEmpty ? .whyNotUnknown : .whyNotSeveral, [.words: words])
      let all = found.isEmpty ? Array(grammar.outcomes.ids) : found
      return Reply(says: [unknown] + titles(of: all).map(Say.item) + whatNow)
    }
    guard !found.contains(ending.outcome) else { return Reply(says: [say(.notice, .whyNotThere)] + whatNow) }
    return Reply(requests: [.whyNot(found)])
  }

  /// The answer to ``Request/whyNot(_:)``.
  public func words(_ elsewhere: Elsewhere, to outcomes: [OutcomeID]) -> [Say] {
    let titles = titles(of: outcomes)
    switch elsewhere {
    case .nobody:
      let nobody =
        titles.isEmpty
        ? say(.paragraph, .whyNotNobodyElse) : say(.paragraph, .whyNotNobody, [.outcome: phrases.oneOf(titles)])
      return [nobody] + whatNow
    case .notFound: return [say(.paragraph, .whyNotFound)] + whatNow
    case .ways(let ways):
      let isNamed = titles.count == 1
      let heading =
        isNamed
        ? say(.paragraph, .whyNotWays, [.outcome: titles[0]], role: .strong)
        : say(.paragraph, .whyNotElsewhere, role: .strong)
      let told = isNamed ? ways : ways.onePerOutcome
      return [heading] + told.prefix(Self.mostWays).map { .item(wording(of: $0, isNamed: isNamed)) } + whatNow
    }
  }

  /// More of them tell nobody more.
  private static let mostWays = 3

  private func wording(of way: Elsewhere.Way, isNamed: Bool) -> String {
    let changes = phrases.sentences(way.changes.map(wording))
    if isNamed { return changes }
    return text(.whyNotWay, [.outcome: title(of: grammar.outcomes[way.outcome]), .changes: changes])
  }

  private func wording(of change: Elsewhere.Change) -> String {
    let answers = phrases.oneOf(change.answers.map { wording(of: $0, to: change.question) })
    let old = session.answer(to: change.question).map { wording(of: $0, to: change.question) } ?? text(.noAnswer)
    return text(.whyNotChange, [.question: name(of: change.question), .new: answers, .old: old])
  }

  private func wording(of alternative: Elsewhere.Alternative, to asked: QuestionID) -> String {
    let question = grammar.questions[asked]
    switch alternative {
    case .unsure: return text(.notSure)
    case .one(let value): return phrases.value(value, of: question)
    case .range(let low, let high):
      if low == high { return phrases.value(low, of: question) }
      return phrases.interval(Interval(low, to: high, by: .number), of: question)
    case .picks(let with, let without):
      func labels(_ picks: [Int]) -> [String] { picks.map { question.choices[$0].label } }
      let parts = [
        with.isEmpty ? nil : text(.withPicks, [.choices: phrases.allOf(labels(with))]),
        without.isEmpty ? nil : text(.withoutPicks, [.choices: phrases.oneOf(labels(without))]),
      ].compactMap { $0 }
      return parts.isEmpty ? text(.anything) : phrases.inOrder(parts)
    }
  }

  // MARK: Which outcome

  /// All of the level that is named; else that of this name or title, or with words that no other title has. Several,
  /// where it is open which.
  func outcomes(named words: String, at now: Moment) -> [OutcomeID] {
    if let level = level(named: words, at: now) {
      return grammar.outcomes.ids.filter { grammar.outcomes[$0].level == level }
    }
    let titles = grammar.outcomes.map { Choice(name: $0.name, label: title(of: $0)) }
    let values: [Value]
    switch pick(words, among: titles, at: now) {
    case .answer(let reading) where reading.rule != .typo && reading.rule != .listNumber:
      if case .value(let value) = reading.answer { values = [value] } else { values = [] }
    case .ambiguous(let several): values = several
    case .answer, .interval, .unrecognised: values = []
    }
    return values.compactMap { if case .choice(let place) = $0 { OutcomeID(place) } else { nil } }
  }

  /// The level of this name.
  private func level(named words: String, at now: Moment) -> LevelID? {
    let names = grammar.levels.map { Choice(name: $0.name, label: $0.name) }
    guard case .answer(let reading) = pick(words, among: names, at: now), reading.rule == .label,
      case .value(.choice(let place)) = reading.answer
    else { return nil }
    return LevelID(place)
  }

  /// Each title once.
  private func titles(of outcomes: [OutcomeID]) -> [String] {
    outcomes.map { title(of: grammar.outcomes[$0]) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension [Elsewhere.Way] {
  /// The first way to each outcome.
  fileprivate var onePerOutcome: [Elsewhere.Way] {
    reduce(into: []) { ways, next in
      if !ways.contains(where: { $0.outcome == next.outcome }) { ways.append(next) }
    }
  }
}
