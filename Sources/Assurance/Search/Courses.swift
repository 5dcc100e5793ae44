import Triage

/// The ways of both sessions that a goal is about: while they are one, and once they are apart.
final class Courses {
  let together: Course
  let apart: (Course, Course)?

  init(_ model: Model, _ paths: Paths, _ goal: Goal) {
    let stops = model.stops
    func asks(_ stop: Int, where isWanted: (Int) -> Bool) -> Bool {
      if case .ask(let question) = stops[stop].kind { isWanted(question.position) } else { false }
    }
    func ends(_ stop: Int, where isWanted: (Int) -> Bool) -> Bool {
      if case .end(let outcome) = stops[stop].kind { isWanted(outcome.position) } else { false }
    }
    let isClosed: (Int) -> Bool = { stop in asks(stop) { $0 == goal.without?.position } }
    switch goal.target {
    case .end(let wanted):
      together = Course(paths, isTarget: { stop in ends(stop) { wanted[$0] != .no } }, isClosed: isClosed)
      apart = nil
    case .question(let questions):
      together = Course(
        paths, isTarget: { stop in asks(stop) { questions.contains(QuestionID($0)) } }, isClosed: isClosed)
      apart = nil
    case .questions, .everything:
      together = Course(paths, isTarget: { _ in true })
      apart = nil
    case .apart(let first, let second, let pairs):
      together = Course(paths, isTarget: { stop in asks(stop) { pairs[$0] != nil } })
      apart = (
        Course(paths, isTarget: { stop in ends(stop) { first[$0] } }),
        Course(paths, isTarget: { stop in ends(stop) { second[$0] } })
      )
    }
  }

  /// Whether a stop can lie on a way to the goal.
  func isOnTheWay(_ stop: Int) -> Bool {
    together.leadsThere[stop] || apart.map { $0.0.leadsThere[stop] || $0.1.leadsThere[stop] } ?? false
  }
}
