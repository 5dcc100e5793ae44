/// The stretches of an outcome for one patient.
public struct Offer: Equatable, Sendable {
  public internal(set) var stretches: [StretchID] = []
  /// What was left out, and the first thing that is not known to be false.
  public internal(set) var leftOut: [LeftOut] = []

  public struct LeftOut: Equatable, Sendable {
    public var stretch: StretchID
    public var avoid: Stretch.Avoid
    /// True where it is known to hold, false where it is just not known.
    public var isKnown: Bool
  }
}

/// Chooses stretches for the answers entered.
package struct Offering {
  private let tree: Tree
  private let slots: [Slot]
  private var workings: Workings
  private var offer = Offer()

  package init(_ tree: Tree, _ slots: [Slot]) {
    self.tree = tree
    self.slots = slots
    workings = Workings(tree.program)
  }

  package mutating func offer(of outcome: OutcomeID) -> Offer {
    offer = Offer()
    add(tree.grammar.outcomes[outcome].stretches, tree.program.outcomeEntries[outcome.position], most: .max)
    return offer
  }

  /// Adds what a list offers, until there are `most` in all.
  private mutating func add(_ list: StretchList, _ conditions: [Int32?], most: Int) {
    let most = min(most, list.atMost.map { offer.stretches.count + $0 } ?? .max)
    for (entry, condition) in zip(list.entries, conditions) where offer.stretches.count < most {
      if let condition, !holds(condition) { continue }
      switch entry.use {
      case .stretch(let stretch): _ = add(stretch)
      case .firstOf(let stretches): _ = stretches.first { add($0) }
      case .programme(let programme):
        let list = tree.grammar.programmes[programme].list
        add(list, tree.program.programmeEntries[programme.position], most: most)
      }
    }
  }

  /// Offers a stretch, once, or notes why not.
  private mutating func add(_ stretch: StretchID) -> Bool {
    if offer.stretches.contains(stretch) { return true }
    let cautions = tree.program.avoids[stretch.position]
    guard let obstacle = cautions.firstIndex(where: { holds($0.mayHold) }) else {
      offer.stretches.append(stretch)
      return true
    }
    if !offer.leftOut.contains(where: { $0.stretch == stretch }) {
      offer.leftOut.append(
        Offer.LeftOut(
          stretch: stretch, avoid: tree.grammar.stretches[stretch].avoid[obstacle],
          isKnown: holds(cautions[obstacle].isKnown)))
    }
    return false
  }

  private mutating func holds(_ unit: Int32) -> Bool {
    let (slots, program) = (slots, tree.program)
    return workings.holds(unit: unit, slots.span, program)
  }
}
