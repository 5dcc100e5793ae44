import Triage

/// A file of cases, read with the names of its tree.
extension Reader {
  private static let casesKeys: KeySet = [.backtalkCases, .tree, .now, .defaults, .cases]
  private static let caseKeys: KeySet = [.name, .words, .source, .alarm, .answers, .expect]
  private static let expectationKeys: KeySet = [
    .outcome, .level, .offers, .offersExactly, .neverOffers, .asked, .neverAsked,
  ]

  mutating func cases(_ root: NodeID) -> Cases {
    var cases = Cases()
    guard isVersionKnown(.backtalkCases, in: root), isMapping(root, keys: Self.casesKeys) else { return cases }
    for key in [Word.backtalkCases, .cases] where document.value(key, in: root) == nil {
      lacks(key, root, .cases, at: firstWords(root))
    }
    if let now = document.value(.now, in: root) { checkMoment(now) }
    if let defaults = document.value(.defaults, in: root), isKind(.mapping, defaults, or: .mapping) {
      cases.defaults = replies(document.pairs(of: defaults))
    }
    var names: Set<String> = []
    for item in document.value(.cases, in: root).map({ items($0) }) ?? [] {
      guard let one = testCase(item) else { continue }
      if !names.insert(one.name).inserted {
        refuse(.definedTwice(.testCase, one.name), at: document.value(.name, in: item) ?? document.firstKey(of: item))
      }
      cases.all.append(one)
    }
    return cases
  }

  /// A date and a time of day, as 2026-11-02T09:00.
  private mutating func checkMoment(_ id: NodeID) {
    guard let text = plain(id) else { return }
    if WrittenMoment(text) == nil { refuse(.notAMoment(text), at: id) }
  }

  private mutating func testCase(_ id: NodeID) -> Case? {
    guard isMapping(id, keys: Self.caseKeys) else { return nil }
    let first = document.firstKey(of: id)
    let name = required(.name, in: id, of: .testCase, at: first)
    let place = document.value(.name, in: id) ?? first
    var one = Case(name: name, part: part(place))
    one.words = sentence(.words, in: id)
    one.sources = sources(.source, in: id)
    one.alarm = document.value(.alarm, in: id)
      .flatMap { reference($0, in: .alarms, .alarm, only: [.alarm]) }.map { AlarmID($0.position) }
    if let answers = document.value(.answers, in: id), isKind(.mapping, answers, or: .mapping) {
      one.replies = replies(document.pairs(of: answers))
    }
    if let expect = document.value(.expect, in: id) {
      one.expectation = expectation(expect)
    } else {
      lacks(.expect, id, .testCase, at: document.nodes[place].span)
    }
    return one
  }

  // MARK: Answers

  private mutating func replies(_ pairs: Pairs) -> [QuestionID: Case.Reply] {
    var replies: [QuestionID: Case.Reply] = [:]
    for (key, value) in pairs {
      guard let question = question(key) else { continue }
      replies[question] = reply(value, to: question)
    }
    return replies
  }

  mutating func reply(_ id: NodeID, to question: QuestionID) -> Case.Reply? {
    if document.nodes[id].kind == .scalar {
      switch document.symbol(id).word {
      case .unsure: return .answer(.unsure)
      case .stuck: return .stuck
      default: break
      }
    }
    guard !questions[question.position].isRefused, let literal = value(id, of: question) else { return nil }
    return .answer(.value(Self.whole(literal.value, questions[question.position].kind)))
  }

  /// One choice alone is a way to write that it is all that was picked.
  private static func whole(_ value: Value, _ kind: Question.Kind) -> Value {
    guard case .choices = kind, case .choice(let position) = value else { return value }
    return .choices(1 << UInt32(min(position, Question.mostChoices)))
  }

  // MARK: Expectations

  private mutating func expectation(_ id: NodeID) -> Case.Expectation {
    var expectation = Case.Expectation()
    guard isMapping(id, keys: Self.expectationKeys) else { return expectation }
    if document.pairs(of: id).first(where: { _ in true }) == nil {
      refuse(.noneOf(Self.expectationKeys.names, in: .expectation), at: id)
    }
    expectation.outcome = document.value(.outcome, in: id).map { outcome($0) }
    expectation.levels = document.value(.level, in: id).map { expectedLevels($0) } ?? []
    expectation.offers = stretches(.offers, in: id) ?? []
    expectation.offersExactly = stretches(.offersExactly, in: id)
    expectation.neverOffers = stretches(.neverOffers, in: id) ?? []
    expectation.asked = listed(.asked, in: id).compactMap { question($0) }
    expectation.neverAsked = listed(.neverAsked, in: id).compactMap { question($0) }
    return expectation
  }

  /// A level, or a list of levels of which one has to come about.
  private mutating func expectedLevels(_ id: NodeID) -> [Case.Expectation.Level] {
    let one = document.nodes[id].kind == .list ? items(id) : [id]
    return one.compactMap { expectedLevel($0) }
  }

  private mutating func expectedLevel(_ id: NodeID) -> Case.Expectation.Level? {
    let symbol = document.symbol(id)
    if symbol.word == .outside, names[.levels].find(symbol) == nil { return .outside }
    return reference(id, in: .levels, .level, only: [.level]).map { .level(LevelID($0.position)) }
  }

  private mutating func stretches(_ key: Word, in mapping: NodeID) -> [StretchID]? {
    guard document.value(key, in: mapping) != nil else { return nil }
    return listed(key, in: mapping).compactMap { stretch($0) }
  }

  /// The items of a list that may be empty.
  private mutating func listed(_ key: Word, in mapping: NodeID) -> [NodeID] {
    guard let list = document.value(key, in: mapping), isKind(.list, list, or: .list) else { return [] }
    return Array(document.items(of: list))
  }
}
