import Triage

extension Search {
  /// Whether a state reaches the goal, still can, or cannot any more.
  mutating func arrival(_ node: inout Node, depth: Int) -> Arrival {
    if node.second != nil {
      if order == .nearest { settle(&node) }
      return arrival(node, node.second!)
    }
    if !node.isPastTarget {
      let arrival = arrivalAtTarget(node, depth: depth)
      guard arrival == .goal, goal.afterwards != nil else { return arrival }
      node.isPastTarget = true
    }
    if case .end(let outcome) = model.stops[node.first.stop].kind {
      return goal.afterwards![outcome.position] ? .goal : .away
    }
    return isHopeless(node) ? .away : .onward
  }

  private mutating func arrivalAtTarget(_ node: Node, depth: Int) -> Arrival {
    if case .passage(let approach) = goal.target, trail!.holds(approach.passage) { return .goal }
    switch model.stops[node.first.stop].kind {
    case .end(let outcome): return ending(in: outcome, node.first) ? .goal : .away
    case .join: return .onward  // nobody comes to a stop there
    case .ask(let question):
      if case .questions(let most, _) = goal.target, depth >= most { return .goal }
      if case .question(let wanted) = goal.target, wanted.contains(question) { return order == .byStop ? .away : .goal }
      if question == goal.without { return .away }
      return isHopeless(node) ? .away : .onward
    }
  }

  private mutating func arrival(_ node: Node, _ second: Traveller) -> Arrival {
    if let comparison, comparison.areAlike(node.first, second) { return .away }
    guard !node.first.isLike(second), !isHopeless(node), canPart(node.first, second) else { return .away }
    let isOver = asked(at: node.first.stop) == nil && asked(at: second.stop) == nil
    return isOver ? .goal : .onward
  }

  /// Takes whoever is sure to get to where it has to for being there.
  private func settle(_ node: inout Node) {
    guard let parting = goal.parting else { return }
    settle(&node.first, on: parting.first)
    settle(&node.second!, on: parting.second)
  }

  private func settle(_ traveller: inout Traveller, on course: Course) {
    guard course.isSure[traveller.stop] else { return }
    traveller = Traveller(stop: Int(course.someTarget[traveller.stop]))
  }

  private func ending(in outcome: OutcomeID, _ traveller: Traveller) -> Bool {
    switch goal.target {
    case .end(let wanted): model.isReached(wanted[outcome.position], in: outcome, by: traveller)
    case .questions(_, let orEnd): orEnd
    case .question, .apart, .passage, .everything: false
    }
  }

  // MARK: Hope

  /// Whether the goal is out of reach for certain.
  func isHopeless(_ node: Node) -> Bool {
    if node.second == nil, let course = node.isPastTarget ? afterwards : together {
      if !canBeAskedTooMuch(node), isHopeless(node.first, on: course) { return true }
    }
    if case .passage(let approach) = goal.target { return !approach.isOpen(to: node.first, model, paths) }
    // As long as two are the same, both ways have to be open to that one.
    guard let parting = goal.parting else { return false }
    return isHopeless(node.first, on: parting.first) || isHopeless(node.second ?? node.first, on: parting.second)
  }

  /// Whether the goal counts questions, and there are enough left of them.
  private func canBeAskedTooMuch(_ node: Node) -> Bool {
    guard case .questions(let most, _) = goal.target, !node.isPastTarget, let together else { return false }
    return Int(node.count + together.furthest[node.first.stop]) > most
  }

  private func isHopeless(_ traveller: Traveller, on course: Course) -> Bool {
    let stop = traveller.stop
    guard course.leadsThere[stop] else { return true }
    for touched in traveller.touched {
      if readers.isStop(touched.reader) {
        let decision = Int(touched.reader)
        guard course.passes(decision, from: stop), !course.isTarget[decision] else { continue }
        if !course.canGoOn(by: touched.rest, model.diagrams) { return true }
      } else if let closing = readers.closing(touched.reader) {
        guard course.passes(readers.stop(ofClosing: closing), from: stop) else { continue }
        let closing = goal.closings[closing]
        if closing.mustHold, touched.rest == model.diagrams.never { return true }
        if closing.mustFail, touched.rest == model.diagrams.always { return true }
      }
    }
    return false
  }
}
