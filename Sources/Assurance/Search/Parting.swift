import Triage

/// Where two sessions have to end for a goal to be reached, once they are apart.
final class Parting {
  let first: Course
  let second: Course
  /// By what is left of a decision to both: whether they can part in it in a way that serves the goal.
  var known = NumberTable()

  init(_ model: Model, first: [Bool], second: [Bool]) {
    let next = model.paths.next
    self.first = Course(model, next, isTarget: { model.stops.ends($0) { first[$0.position] } })
    self.second = Course(model, next, isTarget: { model.stops.ends($0) { second[$0.position] } })
  }

  /// Whether parting so can serve the goal.
  func serves(_ first: Int32, _ second: Int32) -> Bool {
    first != second && self.first.leadsThere[Int(first)] && self.second.leadsThere[Int(second)]
  }

  func isOnTheWay(_ stop: Int) -> Bool { first.leadsThere[stop] || second.leadsThere[stop] }

  /// Whether it is still open at a stop if one of the two gets to where it has to.
  func isOpen(at stop: Int) -> Bool {
    first.leadsThere[stop] && !first.isSure[stop] || second.leadsThere[stop] && !second.isSure[stop]
  }
}
