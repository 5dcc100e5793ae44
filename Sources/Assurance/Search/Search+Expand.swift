import Triage

extension Search {
  /// What a state is for the goal.
  enum Arrival {
    case goal, onward, away
  }

  /// Looks at everything that can come after a state.
  ///
  /// - Returns: somebody who reaches the goal.
  mutating func expand(_ state: Int) -> Found? {
    let node = node(state)
    let question = question(of: node)
    askedFlags?.leave(state, asking: question)
    let plan = plan(for: question)
    if node.decided > 0 { return decideNext(of: plan.forks[Int(node.fork)], question, node, state) }
    for pair in plan.whole {
      var next = node
      if pair.first != pair.second, next.second == nil { next.second = next.first }
      learn(question, .answer(pair.first), .answer(pair.second), &next)
      if let found = finish(question, pair, .answer(pair.first), next, after: state) { return found }
    }
    for fork in plan.forks.indices {
      var next = node
      learn(question, .isDefinite, .isDefinite, &next)
      (next.decided, next.fork, next.picked) = (1, Int32(fork), (0, 0))
      if let found = goOn(deciding: plan.forks[fork], question, .isDefinite, next, state) { return found }
    }
    return nil
  }

  /// The question that is answered next: in two sessions, the one asked at the earlier stop.
  private func question(of node: Node) -> Int {
    let stops = [node.first.stop, node.second?.stop].compactMap(\.self).filter { asked(at: $0) != nil }
    return asked(at: stops.min { paths.rank[$0] < paths.rank[$1] }!)!
  }

  /// The question that a stop asks; of two that a patient answers alike, the first patient's.
  func asked(at stop: Int) -> Int? { ownQuestion(at: stop).map { goal.twins.first(of: $0) } }

  private func ownQuestion(at stop: Int) -> Int? {
    if case .ask(let question) = model.stops[stop].kind { question.position } else { nil }
  }

  // MARK: Several choices, one after another

  private mutating func decideNext(of fork: [Plan.Bit], _ question: Int, _ node: Node, _ state: Int) -> Found? {
    let bit = fork[Int(node.decided) - 1]
    for pick in bit.picks {
      var next = node
      if pick.first != pick.second, next.second == nil { next.second = next.first }
      learn(
        question, .choice(bit.choice, isPicked: pick.first), .choice(bit.choice, isPicked: pick.second), &next)
      if pick.first { next.picked.0 |= 1 << bit.choice }
      if pick.second { next.picked.1 |= 1 << bit.choice }
      next.decided += 1
      let learnt = Move.News.choice(bit.choice, isPicked: pick.first)
      if let found = goOn(deciding: fork, question, learnt, next, state) { return found }
    }
    return nil
  }

  /// Keeps a state in which some choices are decided, or finishes where all are.
  private mutating func goOn(
    deciding fork: [Plan.Bit], _ question: Int, _ learnt: Move.News, _ node: Node, _ state: Int
  ) -> Found? {
    if Int(node.decided) > fork.count {
      let pair = Goal.Pair(
        first: Slot(value: node.picked.0, asked: true, unsure: false),
        second: Slot(value: node.picked.1, asked: true, unsure: false))
      return finish(question, pair, learnt, node, after: state)
    }
    guard model.canHold(node.premise), !isHopeless(node) else {
      comparison?.note(state, question, learnt, to: nil)
      return nil
    }
    let next = add(node, Step(parent: Int32(state), depth: steps[state].depth, most: steps[state].most, given: nil))
    comparison?.note(state, question, learnt, to: next)
    return nil
  }

  // MARK: Answers

  /// Takes something that becomes known of an answer off all that still reads it.
  private mutating func learn(_ question: Int, _ news: Move.News, _ other: Move.News, _ node: inout Node) {
    let move = number(question, news)
    node.premise = model.diagrams.restrict(node.premise, by: move)
    if asked(at: node.first.stop) == question { learn(question, move, &node.first) }
    if node.second != nil, asked(at: node.second!.stop) == question {
      let own = ownQuestion(at: node.second!.stop)!
      learn(own, number(own, other), &node.second!)
    }
  }

  func number(_ question: Int, _ news: Move.News) -> Int32 {
    model.diagrams.number(Move(Int32(question), news))
  }

  private func learn(_ question: Int, _ move: Int32, _ traveller: inout Traveller) {
    readers.forEach(reading: question) { reader in
      let whole = readers.diagram(reader)
      let known = traveller.rest(of: reader)
      let rest = model.diagrams.restrict(known ?? whole, by: move)
      if rest != whole { traveller.touch(reader, rest) } else if known != nil { traveller.untouch(reader) }
    }
  }

  /// Enters an answer, of which all is known now, wherever it is asked for.
  ///
  /// - Parameter news: what became known last.
  private mutating func finish(
    _ question: Int, _ pair: Goal.Pair, _ news: Move.News, _ node: Node, after state: Int
  ) -> Found? {
    var next = node
    (next.decided, next.fork, next.picked) = (0, 0, (0, 0))
    guard model.canHold(next.premise) else { return nil }
    give(question, pair.first, &next.first)
    if next.second != nil { give(goal.twins.second(of: question), pair.second, &next.second!) }
    if case .questions = goal.target, !next.isPastTarget { next.count += 1 }
    let isSame = node.second == nil || pair.first == pair.second
    let given = Found.Given(
      question: QuestionID(question), answer: pair.first, other: isSame ? nil : pair.second)
    let step = Step(
      parent: Int32(state), depth: steps[state].depth + 1, most: steps[state].most + 1, given: given)
    note(next, step)
    switch arrival(&next, depth: Int(step.depth)) {
    case .goal:
      guard comparison != nil else { return found(step, next) }
      comparison!.note(state, question, news, ending: next) { found(step, next) }
    case .onward:
      let number = add(next, step)
      comparison?.note(state, question, news, to: number)
    case .away: comparison?.note(state, question, news, to: nil)
    }
    return nil
  }

  /// Gives an answer to a session: at once where it is asked, later where it will be.
  private mutating func give(_ question: Int, _ slot: Slot, _ traveller: inout Traveller) {
    if ownQuestion(at: traveller.stop) == question {
      enter(question, slot, &traveller)
    } else if readers.mayAsk(question, from: traveller.stop) {
      traveller.touch(readers.waiting(question), number(question, .answer(slot)))
    }
  }

  /// Enters an answer and follows the interpreter to the next question without one.
  private mutating func enter(_ question: Int, _ slot: Slot, _ traveller: inout Traveller) {
    traveller.untouch(readers.waiting(question))
    traveller.touch(readers.wasAsked(question), model.diagrams.always)
    traveller.entered.append(Traveller.Entered(question: Int32(question), slot: slot))
    traveller.stop = landing(of: traveller)
    forget(&traveller)
    guard let next = ownQuestion(at: traveller.stop), let move = traveller.rest(of: readers.waiting(next)) else {
      return
    }
    guard case .answer(let waiting) = model.diagrams.moves[Int(move)].news else { return }
    learn(next, move, &traveller)
    enter(next, waiting, &traveller)
  }

  /// Forgets whatever is no longer read.
  func forget(_ traveller: inout Traveller) {
    let stop = traveller.stop
    traveller.touched.removeAll { !readers.matters($0.reader, from: stop) }
    traveller.entered.removeAll { !readers.mayReadAnswer(Int($0.question), from: stop) }
  }

  private mutating func landing(of traveller: Traveller) -> Int {
    for answer in traveller.entered { model.walk.slots[Int(answer.question)] = answer.slot }
    let stop = stop(from: Int(model.stops[traveller.stop].position) + 1)
    for answer in traveller.entered {
      model.walk.slots[Int(answer.question)] = model.program.unasked[Int(answer.question)]
    }
    return stop
  }
}
