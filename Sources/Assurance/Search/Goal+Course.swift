import Triage

/// Which stops lie on the way to a goal.
extension Goal {
  /// The course that everybody, or two as long as they are the same, have to take.
  func course(of model: Model) -> Course {
    let (stops, next) = (model.stops, model.next(given: premise))
    let isClosed: (Int) -> Bool = { stop in stops.asks(stop) { $0 == without } }
    return switch target {
    case .end(let wanted):
      Course(model, next, isTarget: { stop in stops.ends(stop) { wanted[$0.position] != .no } }, isClosed: isClosed)
    case .question(let questions):
      Course(model, next, isTarget: { stop in stops.asks(stop) { questions.contains($0) } }, isClosed: isClosed)
    case .questions(_, let orEnd):
      Course(
        model, next, isTarget: { stop in orEnd && stops.ends(stop) { afterwards?[$0.position] ?? true } },
        isClosed: isClosed)
    case .passage(let approach): Course(model, next, isTarget: { approach.starts.contains($0) })
    case .everything: Course(model, next, isTarget: { _ in true })
    case .apart(_, let differences):
      Course(model, next, isTarget: { stop in stops.asks(stop) { differences[$0.position] != nil } })
    }
  }

  /// Whether what decides at a stop can matter to the target.
  func matters(_ stop: Int, on course: Course) -> Bool {
    if case .questions = target { true } else { course.leadsThere[stop] }
  }

  /// The course from the target on.
  func lastCourse(of model: Model) -> Course? {
    afterwards.map { wanted in
      Course(model, model.next(given: premise), isTarget: { model.stops.ends($0) { wanted[$0.position] } })
    }
  }
}
