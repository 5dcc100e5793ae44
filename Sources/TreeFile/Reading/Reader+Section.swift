import Triage

/// Sections, their steps and branches.
extension Reader {
  private static let stepKeys: KeySet = [.say, .ask, .then, .decide, .go, .if]
  private static let actions: KeySet = [.say, .ask, .decide, .go]
  private static let branchKeys: KeySet = [.if, .go, .end, .because]
  private static let targets: KeySet = [.go, .end]

  mutating func section(_ definition: NameSpace.Definition) -> Section {
    let name = document.text(definition.key)
    let mark = part(definition.key)
    var steps: [Step] = []
    hasUnreadSteps = false
    let items = items(definition.value)
    if items.isEmpty { hasUnreadSteps = true }
    for id in items {
      if let step = step(id) { steps.append(step) }
    }
    if hasUnreadSteps {
      let key = document.nodes[definition.key].span.range
      unreadSections.append(
        Span(key.lowerBound..<max(key.upperBound, document.nodes[definition.value].span.range.upperBound)))
    }
    return Section(name: name, part: mark, steps: steps)
  }

  private mutating func step(_ id: NodeID) -> Step? {
    guard isMapping(id, keys: Self.stepKeys),
      let key = onlyKey(of: Self.actions, in: id, part: .step)
    else { return unknownStep() }
    if hasRefusedKeys(id) { hasUnreadSteps = true }
    let condition = condition(.if, in: id)
    if key != .ask { refuseBeside(key, .then, in: id, part: .step) }
    guard let value = document.value(key, in: id), let action = action(key, value, in: id) else { return unknownStep() }
    return Step(action, if: condition, part: part(value - 1))
  }

  /// A step that could not be read may have asked anything, or gone anywhere.
  private mutating func unknownStep() -> Step? {
    hasUnreadSteps = true
    return nil
  }

  private mutating func action(_ key: Word, _ value: NodeID, in id: NodeID) -> Step.Action? {
    switch key {
    case .say: return .say(sentence(value) ?? "")
    case .ask:
      let then = document.value(.then, in: id).map { branches($0) } ?? []
      return question(value).map { .ask($0, then: then) }
    case .decide: return .decide(branches(value))
    default: return .go(section(value))
    }
  }

  private mutating func branches(_ list: NodeID) -> [Branch] {
    let items = items(list)
    if items.isEmpty { hasUnreadSteps = true }
    return items.compactMap { id in
      let branch = branch(id)
      if branch == nil { hasUnreadSteps = true }
      return branch
    }
  }

  private mutating func branch(_ id: NodeID) -> Branch? {
    guard isMapping(id, keys: Self.branchKeys),
      let key = onlyKey(of: Self.targets, in: id, part: .branch), let value = document.value(key, in: id)
    else { return nil }
    if hasRefusedKeys(id) { hasUnreadSteps = true }
    let condition = condition(.if, in: id)
    let because = sentence(.because, in: id)
    return Branch(if: condition, to: target(key, value), because: because, part: part(id + 1))
  }

  private mutating func target(_ key: Word, _ value: NodeID) -> Branch.Target {
    key == .go ? .section(section(value)) : .outcome(outcome(value))
  }
}
