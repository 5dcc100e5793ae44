import Triage

/// How the offers of two outcomes differ for those who give the same answers, as ordered diagrams.
struct OfferChange {
  /// Each stretch that is offered only by the one or only by the other, to whom.
  private(set) var single: [Diagrams.Ref] = []
  /// Who is offered the same stretches in another order.
  private(set) var reordered: Diagrams.Ref
  /// Whose offer differs in any way.
  let any: Diagrams.Ref

  private typealias Places = [(place: Int, condition: Diagrams.Ref)]

  /// - Parameter name: what both versions call a stretch.
  init(_ model: Model, _ one: OutcomeID, _ other: OutcomeID, name: (StretchID) -> String) {
    let diagrams = model.diagrams
    let (before, after) = (Self.places(model, one, name), Self.places(model, other, name))
    let names = Set(before.keys).union(after.keys).sorted()
    for name in names {
      let (was, now) = (Self.any(before[name], diagrams), Self.any(after[name], diagrams))
      single += [diagrams.butInOrder(was, now), diagrams.butInOrder(now, was)].filter { $0 != diagrams.never }
    }
    reordered = diagrams.never
    for (number, first) in names.enumerated() {
      for second in names.dropFirst(number + 1) where Self.canTurn(before, after, first, second) {
        let (was, now) = (
          Self.order(before[first], before[second], diagrams), Self.order(after[first], after[second], diagrams)
        )
        let turned = diagrams.eitherInOrder(
          diagrams.bothInOrder(was.straight, now.reversed), diagrams.bothInOrder(was.reversed, now.straight))
        reordered = diagrams.eitherInOrder(reordered, turned)
      }
    }
    any = single.reduce(reordered) { diagrams.eitherInOrder($0, $1) }
  }

  private static func places(_ model: Model, _ outcome: OutcomeID, _ name: (StretchID) -> String) -> [String: Places] {
    var places: [String: Places] = [:]
    for (place, addition) in OfferReading(model, outcome).additions.enumerated() {
      places[name(addition.stretch), default: []].append((place, addition.condition))
    }
    return places
  }

  private static func any(_ places: Places?, _ diagrams: Diagrams) -> Diagrams.Ref {
    (places ?? []).reduce(diagrams.never) { diagrams.eitherInOrder($0, $1.condition) }
  }

  /// Whether one version can offer two stretches in one order and the other in the other.
  private static func canTurn(
    _ before: [String: Places], _ after: [String: Places], _ first: String, _ second: String
  ) -> Bool {
    guard let one = before[first], let other = before[second], let newOne = after[first], let newOther = after[second]
    else { return false }
    let wasStraight = one[0].place < other.last!.place
    let wasReversed = other[0].place < one.last!.place
    let isStraight = newOne[0].place < newOther.last!.place
    let isReversed = newOther[0].place < newOne.last!.place
    return wasStraight && isReversed || wasReversed && isStraight
  }

  /// Who is offered the first before the second, and who after it.
  private static func order(
    _ first: Places?, _ second: Places?, _ diagrams: Diagrams
  ) -> (straight: Diagrams.Ref, reversed: Diagrams.Ref) {
    var order = (straight: diagrams.never, reversed: diagrams.never)
    for one in first ?? [] {
      for other in second ?? [] {
        let both = diagrams.bothInOrder(one.condition, other.condition)
        if one.place < other.place {
          order.straight = diagrams.eitherInOrder(order.straight, both)
        } else {
          order.reversed = diagrams.eitherInOrder(order.reversed, both)
        }
      }
    }
    return order
  }
}
