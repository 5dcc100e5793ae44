import Triage

/// Reads a score's unit as the items of a sum, each a diagram that ends in what it adds.
struct ScoreReading {
  private let model: Model
  private let threshold: Program.Threshold
  private let limit: Int128
  private var code: [Instruction] { model.program.code }

  /// Of a number that is added up every value is told apart; with more than this nothing is proven.
  private static let mostAnswers = 10_000

  /// What has been added so far within one item.
  private struct Place: Hashable {
    var position: Int32
    var points: Int128 = 0
    var best: Int128 = 0
  }

  init(_ model: Model, _ threshold: Program.Threshold) {
    self.model = model
    self.threshold = threshold
    if case .compares(_, let limit) = threshold.test { self.limit = Int128(limit) } else { limit = 0 }
  }

  func test() -> SumTest {
    let items = items(ofScore: threshold.score, times: Int128(Number.scale))
    var relation = SumTest.Relation.isUnsure
    if case .compares(let comparison, _) = threshold.test { relation = .compares(comparison) }
    // A share is compared by multiplying both sides, so everything stands on the left and the right is nothing.
    return model.diagrams.sum(relation, threshold.isShare ? 0 : limit, lacksAnswer: threshold.isShare, of: items)
  }

  /// - Parameter times: by what the score is multiplied, in millionths.
  private func items(ofScore score: Int32, times: Int128) -> [Diagrams.Ref] {
    var items: [Diagrams.Ref] = []
    var position = start(ofScore: score)
    while code[Int(position)].operation != .yieldSum {
      let instruction = code[Int(position)]
      if instruction.operation == .addScore, !threshold.isShare {
        items += self.items(ofScore: instruction.subject, times: product(times, factor(instruction)))
        position += 1
      } else {
        let end = self.end(ofItemAt: position)
        var known: [Place: Diagrams.Ref] = [:]
        items.append(item(at: Place(position: position), until: end, times, &known) { weight(of: $0) })
        position = end
      }
    }
    return items
  }

  private func start(ofScore score: Int32) -> Int32 {
    model.program.units[Int(model.program.scores[Int(score)])]
  }

  /// Where the next item begins: behind what this one adds.
  private func end(ofItemAt start: Int32) -> Int32 {
    var position = start
    while !code[Int(position)].operation.addsPoints { position += 1 }
    return position + 1
  }

  /// One item from a place on; `finish` says what its end comes to.
  private func item(
    at place: Place, until end: Int32, _ times: Int128, _ known: inout [Place: Diagrams.Ref],
    finish: (Place) -> Diagrams.Ref
  ) -> Diagrams.Ref {
    if place.position == end { return finish(place) }
    if let result = known[place] { return result }
    let instruction = code[Int(place.position)]
    var next = place
    next.position += 1
    var result: Diagrams.Ref
    switch instruction.operation {
    case .addBest:
      next.best += Int128(constant(instruction.subject))
      result = item(at: next, until: end, times, &known, finish: finish)
    case .add:
      next.points += product(Int128(constant(instruction.subject)), times)
      result = item(at: next, until: end, times, &known, finish: finish)
    case .addListed, .addScaled:
      result = item(at: next, until: end, times, &known, finish: finish)  // no answer adds nothing
      for (code, points) in points(instruction) {
        next.points = place.points + product(points, times)
        let answered = item(at: next, until: end, times, &known, finish: finish)
        let isThis = AnswerTest(instruction, of: instruction.subject)
          .changed(to: .inRange, low: code, high: code)
        result = model.diagrams.node(isThis, ifHolds: answered, ifFails: result)
      }
    case .addScore:
      result = nested(instruction, from: next, times) { item(at: $0, until: end, times, &known, finish: finish) }
    case .jump:
      next.position = instruction.target
      result = item(at: next, until: end, times, &known, finish: finish)
    default:
      let falls = item(at: next, until: end, times, &known, finish: finish)
      next.position = instruction.target
      let jumps = item(at: next, until: end, times, &known, finish: finish)
      result = model.choose(by: instruction, jumps: jumps, falls: falls)
    }
    known[place] = result
    return result
  }

  /// All of another score as part of one item; then on with `finish`.
  private func nested(
    _ instruction: Instruction, from place: Place, _ times: Int128, finish: (Place) -> Diagrams.Ref
  ) -> Diagrams.Ref {
    let factor = product(times, factor(instruction))
    func rest(_ position: Int32, _ points: Int128) -> Diagrams.Ref {
      guard code[Int(position)].operation != .yieldSum else {
        return finish(Place(position: place.position, points: points, best: place.best))
      }
      let end = self.end(ofItemAt: position)
      var known: [Place: Diagrams.Ref] = [:]
      return item(at: Place(position: position, points: points), until: end, factor, &known) {
        rest(end, $0.points)
      }
    }
    return rest(start(ofScore: instruction.subject), place.points)
  }

  // MARK: Points

  private func weight(of place: Place) -> Diagrams.Ref {
    guard threshold.isShare else { return model.diagrams.weight(place.points, isAnswered: true) }
    let hundredfold = 100 * place.points * Int128(Number.scale)
    return model.diagrams.weight(hundredfold - limit * place.best, isAnswered: place.best > 0)
  }

  /// By answer: what it adds, before it is multiplied.
  private func points(_ instruction: Instruction) -> [(code: Int32, points: Int128)] {
    let last = model.grammar.questions[Int(instruction.subject)].kind.lastCode ?? 0
    guard last < Self.mostAnswers else {
      model.hasTooManyPoints = true
      return []
    }
    return (0...last).map { code in
      if instruction.operation == .addListed { return (code, Int128(constant(instruction.low + code))) }
      return (code, Int128(constant(instruction.low)) + Int128(code) * Int128(constant(instruction.low + 1)))
    }
  }

  private func factor(_ instruction: Instruction) -> Int128 { Int128(constant(instruction.low)) }

  private func constant(_ position: Int32) -> Int64 { model.program.constants[Int(position)] }

  /// The product of two numbers in millionths; the checks have made sure that it is a whole number of them.
  private func product(_ first: Int128, _ second: Int128) -> Int128 { first * second / Int128(Number.scale) }
}

extension Instruction.Operation {
  fileprivate var addsPoints: Bool {
    switch self {
    case .add, .addListed, .addScaled, .addScore: true
    default: false
    }
  }
}
