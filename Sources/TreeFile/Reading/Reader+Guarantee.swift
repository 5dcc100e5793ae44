import Triage

/// Alarms, and guarantees with their claims.
extension Reader {
  mutating func alarm(_ definition: NameSpace.Definition) -> Alarm? {
    let (key, id) = (definition.key, definition.value)
    guard isMapping(id, keys: [.hears, .asks, .if, .end]) else { return nil }
    let hears = patterns(.hears, in: id)
    if document.value(.hears, in: id) == nil { lacks(.hears, id, .alarm, at: document.nodes[key].span) }
    let list = document.value(.asks, in: id)
    let asks = list.map { questions($0) } ?? []
    let asksAll = !hasRefusedKeys(id) && list.map { asks.count == count(of: $0) } ?? true
    let condition = condition(.if, in: id)
    guard let end = document.value(.end, in: id) else {
      lacks(.end, id, .alarm, at: document.nodes[key].span)
      return nil
    }
    var alarm = Alarm(name: document.text(key), part: part(key), hears: hears, end: outcome(end))
    alarm.asks = asks
    alarm.condition = asksAll ? condition : nil
    return alarm
  }

  private func count(of list: NodeID) -> Int? {
    document.nodes[list].kind == .list ? document.items(of: list).reduce(0) { count, _ in count + 1 } : nil
  }

  // MARK: Guarantees

  mutating func guarantee(_ id: NodeID) -> Guarantee? {
    guard isMapping(id, keys: [.name, .if, .then]) else { return nil }
    let name = required(.name, in: id, of: .guarantee, at: document.firstKey(of: id))
    let speaksOf = document.value(.if, in: id).flatMap { premise($0) }
    guard let then = document.value(.then, in: id) else {
      lacks(.then, id, .guarantee, at: firstWords(id))
      return nil
    }
    return claim(then).map { Guarantee(name: name, part: part(firstWords(id)), if: speaksOf, then: $0) }
  }

  private mutating func premise(_ id: NodeID) -> Guarantee.Premise? {
    whole(id) { (reader, cursor) throws(Abandoned) in try reader.premise(&cursor) }
  }

  private mutating func premise(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.Premise? {
    if cursor.token.word == .level { return try levelTest(&cursor).map { .level($0) } }
    return .patient(try connected(&cursor))
  }

  private mutating func claim(_ id: NodeID) -> Guarantee.Claim? {
    whole(id) { (reader, cursor) throws(Abandoned) in try reader.claim(&cursor) }
  }

  private mutating func claim(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.Claim? {
    switch cursor.token.word {
    case .level: try levelTest(&cursor).map { .level($0) }
    case .ends: try endsClaim(&cursor)
    case .offers: try offersClaim(&cursor)
    case .asks: try asksClaim(&cursor)
    case .never: try neverClaim(&cursor)
    default: .patient(try connected(&cursor))
    }
  }

  private mutating func levelTest(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.LevelTest? {
    advance(&cursor)
    let token = cursor.token
    let isKnown = token.word == .is || token.kind == .comparison(.atLeast) || token.kind == .comparison(.atMost)
    guard isKnown else { throw abandon(cursor, expected: "\"is\", \">=\" or \"<=\"") }
    advance(&cursor)
    let level = try named(&cursor, in: .levels, .level).map { LevelID($0) }
    switch token.kind {
    case .comparison(.atLeast): return level.map { .atLeast($0) }
    case .comparison(.atMost): return level.map { .atMost($0) }
    default: return level.map { .exactly($0) }
    }
  }

  private mutating func endsClaim(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.Claim? {
    advance(&cursor)
    try expect(.in, &cursor)
    return .ends(in: try nameList(&cursor, in: .outcomes, .outcome).map { OutcomeID($0) })
  }

  private mutating func offersClaim(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.Claim? {
    advance(&cursor)
    if cursor.token.word == .nothing {
      advance(&cursor)
      return .offersNothing
    }
    let stretch = try named(&cursor, in: .offers, .stretch)
    try expect(.only, &cursor)
    try expect(.after, &cursor)
    guard let question = try questionName(&cursor), let stretch else { return nil }
    return .offersOnlyAfter(StretchID(stretch), question)
  }

  private mutating func asksClaim(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.Claim? {
    advance(&cursor)
    let question = try questionName(&cursor)
    switch cursor.token.word {
    case .within:
      advance(&cursor)
      let number = try count(&cursor)
      guard cursor.token.word == .question || cursor.token.word == .questions else {
        throw abandon(cursor, expected: "\"questions\"")
      }
      advance(&cursor)
      return question.map { .asks($0, within: number) }
    case .before:
      advance(&cursor)
      if cursor.token.word == .offering {
        advance(&cursor)
        return question.map { .asksBeforeOffering($0) }
      }
      guard let later = try questionName(&cursor), let question else { return nil }
      return .asksBefore(question, later)
    default: throw abandon(cursor, expected: "\"within\" or \"before\"")
    }
  }

  private mutating func neverClaim(_ cursor: inout Cursor) throws(Abandoned) -> Guarantee.Claim? {
    var ahead = cursor
    advance(&ahead)
    switch ahead.token.word {
    case .offers:
      cursor = ahead
      advance(&cursor)
      return .neverOffers(try nameList(&cursor, in: .offers, .stretch).map { StretchID($0) })
    case .asks:
      cursor = ahead
      advance(&cursor)
      return .neverAsks(try nameList(&cursor, in: .conditions, .question).map { QuestionID($0) })
    case .raised:
      cursor = ahead
      advance(&cursor)
      try expect(.by, &cursor)
      return .neverRaised(by: try nameList(&cursor, in: .conditions, .question).map { QuestionID($0) })
    default: return .patient(try connected(&cursor))
    }
  }

  // MARK: Names in claims

  private mutating func questionName(_ cursor: inout Cursor) throws(Abandoned) -> QuestionID? {
    try named(&cursor, in: .conditions, .question).map { QuestionID($0) }
  }

  private mutating func nameList(
    _ cursor: inout Cursor, in space: Names.Space, _ kind: Mistake.Kind
  ) throws(Abandoned) -> [Int] {
    try list(&cursor) { (reader, cursor) throws(Abandoned) in try reader.named(&cursor, in: space, kind) }
  }

  /// The position of the part that a name at the cursor refers to; nil where it was refused.
  private mutating func named(
    _ cursor: inout Cursor, in space: Names.Space, _ kind: Mistake.Kind
  ) throws(Abandoned) -> Int? {
    guard cursor.token.kind == .word else { throw abandon(cursor, expected: "the name of a \(kind.rawValue)") }
    let (symbol, text, place) = (cursor.token.symbol, cursor.tokenText, cursor.tokenSpan)
    advance(&cursor)
    let found = names.find(symbol, in: space)
    if let found, found.kind == kind { return found.position }
    return unknown(text, at: place, in: space, kind, only: [kind])?.position
  }
}
