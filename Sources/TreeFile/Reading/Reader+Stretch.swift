import Triage

/// Stretches, sources and providers: what libraries hold.
extension Reader {
  private static let stretchKeys: KeySet = [
    .name, .purpose, .helps, .difficulty, .setup, .steps, .dose, .progress, .stopIf, .avoid, .figure, .source, .was,
  ]

  mutating func stretch(_ definition: NameSpace.Definition) -> Stretch {
    let (key, id) = (definition.key, definition.value)
    var stretch = Stretch(name: document.text(key), part: part(key), title: "")
    guard isMapping(id, keys: Self.stretchKeys) else { return stretch }
    stretch.card = card(id, at: key)
    stretch.avoid = document.value(.avoid, in: id).map { avoided($0) } ?? []
    stretch.sources = sources(.source, in: id)
    stretch.was = plain(.was, in: id)
    return stretch
  }

  private mutating func card(_ id: NodeID, at key: NodeID) -> Stretch.Card {
    var card = Stretch.Card(title: required(.name, in: id, of: .stretch, at: key))
    card.purpose = sentence(.purpose, in: id)
    card.helps = labels(.helps, in: id)
    card.difficulty = document.value(.difficulty, in: id).flatMap { amount($0, 1...5) }
    card.setup = sentence(.setup, in: id)
    card.steps = document.value(.steps, in: id).map { sentences($0) } ?? []
    card.dose = document.value(.dose, in: id).flatMap { dose($0) }
    card.progress = sentence(.progress, in: id)
    card.stopIf = sentence(.stopIf, in: id)
    card.figure = plain(.figure, in: id)
    return card
  }

  private mutating func sentences(_ list: NodeID) -> [String] { items(list).compactMap { sentence($0) } }

  private mutating func dose(_ id: NodeID) -> Stretch.Dose? {
    guard isMapping(id, keys: [.hold, .repeat, .sides, .perDay]) else { return nil }
    var dose = Stretch.Dose()
    dose.hold = document.value(.hold, in: id).flatMap { hold($0) }
    dose.repeats = document.value(.repeat, in: id).flatMap { amount($0, 1...30) }
    dose.perDay = document.value(.perDay, in: id).flatMap { amount($0, 1...12) }
    dose.sides = document.value(.sides, in: id)
      .flatMap { word($0, of: [.each, .both]) }.map { $0 == .each ? .each : .both }
    return dose
  }

  private mutating func hold(_ id: NodeID) -> Int? {
    guard let seconds = seconds(id) else { return nil }
    if (1...Self.longestHold).contains(seconds) { return seconds }
    refuse(.amountOutOfRange(document.text(id), least: "1 second", most: "\(Self.longestHold / 60) minutes"), at: id)
    return nil
  }

  /// Seconds.
  private static let longestHold = 5 * 60

  private mutating func amount(_ id: NodeID, _ range: ClosedRange<Int>) -> Int? {
    guard let number = wholeNumber(id) else { return nil }
    if range.contains(number) { return number }
    refuse(.amountOutOfRange(document.text(id), least: "\(range.lowerBound)", most: "\(range.upperBound)"), at: id)
    return nil
  }

  private mutating func avoided(_ list: NodeID) -> [Stretch.Avoid] {
    items(list).compactMap { id in
      guard let found = reference(id, in: .conditions, .avoidable, only: [.fact, .question]) else { return nil }
      return found.kind == .fact
        ? .fact(FactID(found.position), part(id)) : .question(QuestionID(found.position), part(id))
    }
  }

  /// A sentence, or `text:` with `source:`.
  mutating func stretchingRule(_ id: NodeID) -> StretchingRule? {
    let place = part(firstWords(id))
    if document.nodes[id].kind == .scalar { return sentence(id).map { StretchingRule($0, part: place) } }
    guard isMapping(id, keys: [.text, .source]) else { return nil }
    let text = required(.text, in: id, of: .stretchingRule, at: document.firstKey(of: id))
    return StretchingRule(text, part: place, sources: sources(.source, in: id))
  }

  // MARK: Sources and providers

  mutating func source(_ definition: NameSpace.Definition) -> Source {
    let (key, id) = (definition.key, definition.value)
    var source = Source(name: document.text(key), title: "")
    guard isMapping(id, keys: [.title, .publisher, .year, .url]) else { return source }
    source.title = required(.title, in: id, of: .source, at: key)
    source.publisher = sentence(.publisher, in: id)
    source.year = document.value(.year, in: id).flatMap { wholeNumber($0, from: 1000, to: 9999) }
    source.url = document.value(.url, in: id).flatMap { address($0) }
    return source
  }

  private mutating func address(_ id: NodeID) -> String? {
    guard let text = plain(id) else { return nil }
    if isAddress(text) { return text }
    refuse(.notAnAddress(text), at: id)
    return nil
  }

  mutating func provider(_ definition: NameSpace.Definition) -> Provider {
    let (key, id) = (definition.key, definition.value)
    var provider = Provider(name: document.text(key), role: "")
    guard isMapping(id, keys: [.role, .name, .phone, .address, .hours, .page]) else { return provider }
    provider.role = required(.role, in: id, of: .provider, at: key)
    provider.person = sentence(.name, in: id)
    provider.phone = sentence(.phone, in: id)
    provider.address = sentence(.address, in: id)
    provider.hours = sentence(.hours, in: id)
    provider.page = document.value(.page, in: id).flatMap { link($0) }
    return provider
  }

  /// A page that can be opened, or a number that can be called.
  private mutating func link(_ id: NodeID) -> String? {
    guard let text = plain(id) else { return nil }
    if isAddress(text) || isCall(text) { return text }
    refuse(.notALink(text), at: id)
    return nil
  }
}

private func isAddress(_ text: String) -> Bool {
  text.utf8.starts(with: "https://".utf8) && text.utf8.count > 8 && text.utf8.allSatisfy { $0 > 0x20 }
}

/// `tel:` with digits, perhaps behind a plus sign and set apart by hyphens, full stops and brackets.
private func isCall(_ text: String) -> Bool {
  let number = text.utf8.dropFirst("tel:".utf8.count)
  return text.utf8.starts(with: "tel:".utf8) && number.contains(where: isDigit)
    && number.allSatisfy { isDigit($0) || "+-.()".utf8.contains($0) }
}
