/// Conditions whose tests come in one order on every way: two that hold alike, test by test, are one diagram.
///
/// Elsewhere a condition keeps the order in which the tree reads it, which is cheap to make; to tell whether two of them
/// differ at all takes this.
extension Diagrams {
  /// The same condition, its tests in order.
  func ordered(_ condition: Ref, _ known: inout [Ref: Ref]) -> Ref {
    if let result = known[condition] { return result }
    let node = nodes[Int(condition)]
    var result = condition
    if node.test != .none {
      let (ifHolds, ifFails) = (ordered(node.ifHolds, &known), ordered(node.ifFails, &known))
      let test = self.node(node.test, ifHolds: always, ifFails: never)
      result = chooseInOrder(test, ifHolds, ifFails)
    }
    known[condition] = result
    return result
  }

  /// Goes on in one of two as a condition holds or fails; of ordered ones an ordered one.
  func chooseInOrder(_ condition: Ref, _ ifHolds: Ref, _ ifFails: Ref) -> Ref {
    if condition == always || ifHolds == ifFails { return ifHolds }
    if condition == never { return ifFails }
    if ifHolds == always, ifFails == never { return condition }
    let key = Choice(condition: condition, ifHolds: ifHolds, ifFails: ifFails)
    if let known = inOrder[key] { return known }
    let tests = [condition, ifHolds, ifFails].map { nodes[Int($0)].test }.filter { $0 != .none }
    let first = tests.min { $0.place < $1.place }!
    func rest(_ diagram: Ref, _ holds: Bool) -> Ref {
      let node = nodes[Int(diagram)]
      return node.test != first ? diagram : holds ? node.ifHolds : node.ifFails
    }
    let result = node(
      first, ifHolds: chooseInOrder(rest(condition, true), rest(ifHolds, true), rest(ifFails, true)),
      ifFails: chooseInOrder(rest(condition, false), rest(ifHolds, false), rest(ifFails, false)))
    inOrder[key] = result
    return result
  }

  func bothInOrder(_ first: Ref, _ second: Ref) -> Ref { chooseInOrder(first, second, never) }

  func eitherInOrder(_ first: Ref, _ second: Ref) -> Ref { chooseInOrder(first, always, second) }

  /// Where the first holds and the second does not.
  func butInOrder(_ first: Ref, _ second: Ref) -> Ref { chooseInOrder(second, never, first) }
}

extension Diagrams.TestID {
  /// Its place in the order.
  fileprivate var place: Int64 {
    switch self {
    case .none: .max
    case .branch(let number): 3 * Int64(number)
    case .answer(let number): 3 * Int64(number) + 1
    case .sum(let number): 3 * Int64(number) + 2
    }
  }
}
