import Triage

/// Which stops of two versions go on alike, whatever is answered: equal numbers, equal futures.
final class Likeness {
  private let model: Model
  private var numbers: [Int32]
  private var known: [Key: Int32] = [:]
  private var mapped: [Diagrams.Ref: Diagrams.Ref] = [:]

  private enum Key: Hashable {
    case ask(Int, Diagrams.Ref)
    case end(String)
  }

  /// - Parameter ending: by outcome, what tells it from another: equal where it says and offers the same.
  init(_ model: Model, ending: (OutcomeID) -> String) {
    self.model = model
    numbers = Array(repeating: -1, count: model.stops.all.count)
    for stop in model.paths.order.reversed().map(Int.init) {
      let key: Key =
        switch model.stops[stop].kind {
        case .end(let outcome): .end(ending(outcome))
        case .ask(let question): .ask(question.position, rest(model.onward[stop]))
        }
      numbers[stop] = known[key] ?? Int32(known.count)
      known[key] = numbers[stop]
    }
  }

  /// Whether two sessions go on alike, given that the same answers are still to come.
  func areAlike(_ first: Traveller, _ second: Traveller, _ stopCount: Int) -> Bool {
    numbers[first.stop] == numbers[second.stop] && touched(first, stopCount) == touched(second, stopCount)
  }

  private func touched(_ traveller: Traveller, _ stopCount: Int) -> Set<[Int32]> {
    Set(
      traveller.touched.map { touched in
        Int(touched.reader) < stopCount
          ? [numbers[Int(touched.reader)], rest(touched.rest)] : [-1 - touched.reader, touched.rest]
      })
  }

  /// A decision whose leaves are the numbers of stops, and that does not tell by which branch it is taken.
  private func rest(_ decision: Diagrams.Ref) -> Diagrams.Ref {
    if let result = mapped[decision] { return result }
    let node = model.diagrams.nodes[Int(decision)]
    let result: Diagrams.Ref
    switch node.test {
    case .none: result = model.diagrams.leaf(numbers[Int(node.ifHolds)])
    case .branch: result = rest(node.ifHolds)
    case .answer, .sum:
      result = model.diagrams.node(node.test, ifHolds: rest(node.ifHolds), ifFails: rest(node.ifFails))
    }
    mapped[decision] = result
    return result
  }
}
