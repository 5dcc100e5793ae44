import Triage

/// Questions: first what conditions must know of them, then the rest.
extension Reader {
  private static let questionKeys: KeySet = [
    .ask, .plainer, .why, .sign, .forOther, .type, .choices, .range, .step, .unsure, .unsureBecause, .unasked,
    .applies, .redFlag, .hears, .source, .was,
  ]

  // MARK: What conditions must know

  mutating func readHead(_ definition: NameSpace.Definition) -> Head {
    let (key, id) = (definition.key, definition.value)
    var head = Head(name: document.text(key), kind: .yesNo)
    let mistakes = diagnostics.count
    if let kind = kind(id, at: key, &head), !hasRefusedKeys(id) { head.kind = kind } else { head.isRefused = true }
    head.isPartlyRefused = diagnostics.count > mistakes
    let isRead = document.nodes[id].kind == .mapping && !hasRefusedKeys(id)
    head.mayHaveSign = !isRead || document.value(.sign, in: id) != nil
    return head
  }

  private mutating func kind(_ id: NodeID, at key: NodeID, _ head: inout Head) -> Question.Kind? {
    guard isMapping(id, keys: Self.questionKeys), let type = questionType(id, at: key) else { return nil }
    refuseKeysOfOtherTypes(id, type)
    switch type {
    case .choice: return choices(id, key, &head).map { .choice($0) }
    case .choices: return choices(id, key, &head).map { .choices($0) }
    case .number, .duration: return range(id, key, type)
    default: return .yesNo
    }
  }

  private mutating func questionType(_ id: NodeID, at key: NodeID) -> Word? {
    guard let value = document.value(.type, in: id) else {
      lacks(.type, id, .question, at: document.nodes[key].span)
      return nil
    }
    guard isText(value) else { return nil }
    let types: [Word] = [.yesNo, .choice, .choices, .number, .duration]
    if let word = document.symbol(value).word, types.contains(word) { return word }
    let text = document.text(value)
    refuse(.unknownType(text, nearest: nearest.name(to: text, among: types.map(\.text))), at: value)
    return nil
  }

  private mutating func refuseKeysOfOtherTypes(_ id: NodeID, _ type: Word) {
    let owners: [(key: Word, types: [Word])] = [
      (.choices, [.choice, .choices]), (.range, [.number, .duration]), (.step, [.number]),
    ]
    for owner in owners where !owner.types.contains(type) {
      guard let value = document.value(owner.key, in: id) else { continue }
      refuse(.keyOfOtherType(owner.key.text, type: type.text), at: keySpan(of: value))
    }
    if type == .choice || type == .choices, let value = document.value(.hears, in: id) {
      refuse(.hearsOfChoices(type: type.text), at: keySpan(of: value))
    }
  }

  /// The key in front of a value.
  func keySpan(of value: NodeID) -> Span { document.nodes[value - 1].span }

  private mutating func choices(_ id: NodeID, _ key: NodeID, _ head: inout Head) -> [Choice]? {
    guard let value = document.value(.choices, in: id) else {
      lacks(.choices, id, .question, at: document.nodes[key].span)
      return nil
    }
    guard isKind(.mapping, value, or: .mapping) else { return nil }
    var choices: [Choice] = []
    // In an array of their own, since reading on may change nodes, which copies all where somebody else holds them.
    for (name, body) in Array(document.pairs(of: value)) {
      checkName(name)
      head.choices.append(document.nodes[name].symbol)
      choices.append(choice(name, body))
    }
    return choices
  }

  private mutating func choice(_ key: NodeID, _ body: NodeID) -> Choice {
    var choice = Choice(name: document.text(key), label: "", part: part(key))
    if document.nodes[body].kind == .scalar {
      choice.label = label(body) ?? ""
      return choice
    }
    guard isMapping(body, keys: [.label, .hears, .value, .was]) else { return choice }
    if let text = document.value(.label, in: body) {
      choice.label = label(text) ?? ""
    } else {
      lacks(.label, body, .choice, at: document.nodes[key].span)
    }
    choice.hears = patterns(.hears, in: body)
    choice.value = document.value(.value, in: body).flatMap { number($0) }
    choice.was = plain(.was, in: body)
    return choice
  }

  private mutating func range(_ id: NodeID, _ key: NodeID, _ type: Word) -> Question.Kind? {
    guard let value = document.value(.range, in: id) else {
      lacks(.range, id, .question, at: document.nodes[key].span)
      return nil
    }
    let step = document.value(.step, in: id).map { positive($0) } ?? Number(1)
    guard isText(value) else { return nil }
    var cursor = Cursor(document, value)
    guard let low = limit(&cursor), cursor.token.word == .to else { return notARange(value, type, cursor) }
    advance(&cursor)
    guard let high = limit(&cursor), cursor.token.kind == .end else { return notARange(value, type, cursor) }

    switch (type, low, high) {
    case (.number, .number(let low), .number(let high)):
      return step.map { .number(NumberRange(low, to: high, step: $0, part: part(value))) }
    case (.duration, .duration(let low), .duration(let high)):
      if low <= high { return .duration(low...high) }
      refuse(.meaning(.emptyRange, names: []), at: value)
      return nil
    default: return notARange(value, type, cursor)
    }
  }

  private mutating func positive(_ id: NodeID) -> Number? {
    guard let step = number(id) else { return nil }
    if step > Number(0) { return step }
    refuse(.meaning(.stepNotPositive, names: []), at: id)
    return nil
  }

  /// One end of a range.
  private mutating func limit(_ cursor: inout Cursor) -> Value? {
    guard cursor.token.kind == .number, let number = Number(parsing: cursor.tokenBytes) else { return nil }
    advance(&cursor)
    guard let word = cursor.token.word, let unit = Unit(word) else { return .number(number) }
    advance(&cursor)
    guard number >= Number(0) else { return nil }
    return unit.minutes(number).map { .duration($0) }
  }

  private mutating func notARange(_ id: NodeID, _ type: Word, _ cursor: Cursor) -> Question.Kind? {
    if type == .duration, let unit = strayUnit(cursor) {
      refuse(unknownUnit(unit), at: cursor.tokenSpan)
    } else if !refusesLookalike(id) {
      refuse(.notARange(document.text(id), type == .number ? .number : .duration), at: id)
    }
    return nil
  }

  // MARK: The rest

  mutating func question(_ definition: NameSpace.Definition) -> Question {
    let (key, id) = (definition.key, definition.value)
    let head = questions[definition.position]
    var question = Question(name: head.name, part: part(key), kind: head.kind, ask: "")
    guard document.nodes[id].kind == .mapping, !document.nodes[id].isRefused else { return question }
    question.wording = wording(id, at: key)
    question.sources = sources(.source, in: id)
    question.was = plain(.was, in: id)
    question.applies = condition(.applies, in: id)
    question.unsureBecause = sentence(.unsureBecause, in: id)
    guard !head.isRefused else { return question }
    question.hears = hears(id, head.kind)
    let own = QuestionID(definition.position)
    let mistakes = diagnostics.count
    question.unsure = document.value(.unsure, in: id).flatMap { unsure($0, own) }
    question.unasked = document.value(.unasked, in: id).flatMap { value($0, of: own) }
    question.redFlag = document.value(.redFlag, in: id).flatMap { redFlag($0, own) }
    if diagnostics.count > mistakes { questions[definition.position].isPartlyRefused = true }
    return question
  }

  /// What people say to a question. Where it has choices, each of those has its own.
  private mutating func hears(_ id: NodeID, _ kind: Question.Kind) -> [String] {
    switch kind {
    case .yesNo: patterns(.hears, in: id)
    case .number, .duration: patterns(.hears, in: id, mayHoldAnswer: true)
    case .choice, .choices: []
    }
  }

  private mutating func wording(_ id: NodeID, at key: NodeID) -> Question.Wording {
    var wording = Question.Wording(ask: required(.ask, in: id, of: .question, at: key))
    wording.plainer = sentence(.plainer, in: id)
    wording.why = sentence(.why, in: id)
    wording.sign = sentence(.sign, in: id)
    wording.forOther = sentence(.forOther, in: id)
    return wording
  }

  private mutating func unsure(_ id: NodeID, _ question: QuestionID) -> Question.Unsure? {
    if document.nodes[id].kind == .scalar {
      switch document.symbol(id).word {
      case .own: return .own(part(id))
      case .askAgain: return .askAgain(part(id))
      default: break
      }
    }
    return value(id, of: question).map { .counts(as: $0) }
  }

  /// An answer; to a question with `choices` one of them, or a list of those picked.
  mutating func value(_ id: NodeID, of question: QuestionID) -> Literal? {
    guard case .choices = questions[question.position].kind else { return literal(id, of: question) }
    let items = document.nodes[id].kind == .list ? Array(document.items(of: id)) : [id]
    var picked: UInt32 = 0
    for item in items {
      guard case .choice(let position)? = literal(item, of: question)?.value else { return nil }
      if position < Question.mostChoices { picked |= 1 << UInt32(position) }
    }
    return Literal(.choices(picked), at: part(id))
  }

  private mutating func literal(_ id: NodeID, of question: QuestionID) -> Literal? {
    whole(id) { (reader, cursor) throws(Abandoned) in
      guard !reader.refusesWord(cursor, to: question) else { throw Abandoned() }
      return try reader.answer(&cursor, to: .question(question))
    }
  }

  /// Refuses a word where a number or a duration is the answer.
  private mutating func refusesWord(_ cursor: Cursor, to question: QuestionID) -> Bool {
    let head = questions[question.position]
    guard cursor.token.kind == .word, !head.isRefused else { return false }
    switch head.kind {
    case .yesNo, .choice, .choices: return false
    case .number, .duration:
      refuse(.meaning(.wrongType(question), names: [head.name]), at: cursor.tokenSpan)
      return true
    }
  }

  // MARK: Red flags

  private mutating func redFlag(_ id: NodeID, _ question: QuestionID) -> Question.RedFlag? {
    if document.nodes[id].kind == .scalar {
      guard let word = word(id, of: [.rising, .falling]) else { return nil }
      return word == .rising ? .rising(part(id)) : .falling(part(id))
    }
    let items = items(id)
    guard !items.isEmpty else { return nil }
    if case .choices = questions[question.position].kind {
      return .worrying(items.compactMap { literal($0, of: question) }, part(id))
    }
    return .ranked(items.map { ranks($0, question) }, part(id))
  }

  /// One place in an order, or several that tie.
  private mutating func ranks(_ id: NodeID, _ question: QuestionID) -> [Question.Rank] {
    let items = document.nodes[id].kind == .list ? items(id) : [id]
    return items.compactMap { id in
      if document.symbol(id).word == .unsure { return .unsure(part(id)) }
      return literal(id, of: question).map { .value($0) }
    }
  }
}
