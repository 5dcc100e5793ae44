import Triage

/// Something that becomes known of one question's answer.
struct Move: Equatable {
  var question: Int32
  var news: News

  init(_ question: Int32, _ news: News) { (self.question, self.news) = (question, news) }

  enum News: Hashable {
    /// All of it.
    case answer(Slot)
    /// That there is none.
    case isNotAsked
    /// Of several choices: that it is a definite answer. Which were picked is not known.
    case isDefinite
    /// Of several choices, one: whether it was picked.
    case choice(Int32, isPicked: Bool)
  }

  var hash: Int {
    var mixed = Mixed()
    mixed.add(question)
    switch news {
    case .answer(let slot): mixed.add(slot.isUnsure ? -1 : slot.value)
    case .isNotAsked: mixed.add(-2)
    case .isDefinite: mixed.add(-3)
    case .choice(let bit, let isPicked): mixed.add(-4 - bit * 2 - (isPicked ? 1 : 0))
    }
    return mixed.value
  }

  /// How a test comes out, where that is known now.
  func outcome(of test: AnswerTest) -> Bool? {
    switch news {
    case .answer(let slot): test.isPassed(by: slot)
    case .isNotAsked: test.operation == .wasAsked ? false : nil
    case .isDefinite: test.operation == .hasAny ? nil : test.operation != .isUnsure
    case .choice(let bit, let isPicked): test.operation == .hasAny && test.low == 1 << bit ? isPicked : nil
    }
  }
}

extension Diagrams {
  /// What is left of a diagram when more is known.
  func restrict(_ diagram: Ref, by number: Int32) -> Ref { restrict(diagram, by: moves[Int(number)], number: number) }

  private func restrict(_ diagram: Ref, by move: Move, number: Int32) -> Ref {
    guard reads[Int(diagram)] & Self.bit(of: move.question) != 0 else { return diagram }
    if let known = restricted[diagram, number] { return known }
    let node = nodes[Int(diagram)]
    let result: Ref
    switch node.test {
    case .none: result = diagram
    case .branch(let branch):
      result = self.node(behindBranch: branch, restrict(node.ifHolds, by: move, number: number))
    case .answer(let test):
      switch tests[Int(test)].question == move.question ? move.outcome(of: tests[Int(test)]) : nil {
      case true: result = restrict(node.ifHolds, by: move, number: number)
      case false: result = restrict(node.ifFails, by: move, number: number)
      case nil:
        result = self.node(
          node.test, ifHolds: restrict(node.ifHolds, by: move, number: number),
          ifFails: restrict(node.ifFails, by: move, number: number))
      }
    case .sum(let sum):
      let rest = sums[Int(sum)]
      result = self.node(
        shortened(rest, to: restrict(list: rest.items, by: number)),
        ifHolds: restrict(node.ifHolds, by: move, number: number),
        ifFails: restrict(node.ifFails, by: move, number: number))
    }
    restricted.insert(result, for: diagram, number)
    return result
  }
}
