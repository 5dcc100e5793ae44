import Triage

/// Which stops of two versions go on alike, whatever is answered: equal numbers, equal futures.
final class Likeness {
  private let model: Model
  private var numbers: [Int32]
  private var known: [Key: Int32] = [:]
  private var mapped: [Diagrams.Ref: Diagrams.Ref] = [:]
  /// By closing: the number of its outcome, and which of that outcome's closings it is.
  private var closings: [(outcome: Int32, place: Int32)] = []

  /// By stop: whether a question can still be asked of which the same answer may be two.
  private var mayDiffer: [Bool]

  private enum Key: Hashable {
    case ask(Int, Diagrams.Ref)
    case end(String)
    case join(Diagrams.Ref)
  }

  /// - Parameters:
  ///   - questions: those of which "not sure" is something else in the other session.
  ///   - ending: by outcome, what tells it from another: equal where it says and offers the same.
  init(
    _ model: Model, _ closings: [Goal.Closing], apartUntilAsked questions: Set<Int>, ending: (OutcomeID) -> String
  ) {
    self.model = model
    numbers = Array(repeating: -1, count: model.stops.all.count)
    mayDiffer = Array(repeating: false, count: numbers.count)
    for stop in model.paths.order.reversed().map(Int.init) {
      let key: Key =
        switch model.stops[stop].kind {
        case .end(let outcome): .end(ending(outcome))
        case .ask(let question): .ask(question.position, rest(model.onward[stop]))
        case .join: .join(rest(model.onward[stop]))
        }
      mayDiffer[stop] =
        model.stops.asks(stop) { questions.contains($0.position) }
        || model.paths.next[stop].contains { mayDiffer[Int($0)] }
      numbers[stop] = known[key] ?? Int32(known.count)
      known[key] = numbers[stop]
    }
    var places: [OutcomeID: Int32] = [:]
    self.closings = closings.map { closing in
      let place = places[closing.outcome, default: 0]
      places[closing.outcome] = place + 1
      return (numbers[model.stops.number(endingIn: closing.outcome)], place)
    }
  }

  /// Whether two sessions go on alike, given that the same answers are still to come.
  func areAlike(_ first: Traveller, _ second: Traveller) -> Bool {
    numbers[first.stop] == numbers[second.stop] && !mayDiffer[first.stop] && touched(first) == touched(second)
  }

  /// What is left to somebody, by numbers that both versions share.
  private func touched(_ traveller: Traveller) -> Set<[Int32]> {
    let (stops, questions) = (model.stops.all.count, model.grammar.questions.count)
    return Set(
      traveller.touched.map { touched in
        let reader = Int(touched.reader)
        if reader < stops { return [numbers[reader], rest(touched.rest)] }
        guard reader >= stops + 2 * questions else { return [-1, touched.reader, touched.rest] }
        let closing = closings[reader - stops - 2 * questions]
        return [-2, closing.outcome, closing.place, touched.rest]
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
