import Triage

extension Difference {
  /// What was recorded, and what happens now.
  public var words: String {
    switch kind {
    case .asked(let recorded, let now):
      "\(Self.asked(recorded)) in the record, and now \(Self.asked(now))"
    case .undone(let count): "\(count) events are taken back in the record, and so many have not happened"
    case .refused: "the tree does not take what was answered then"
    case .unknown(let unknown): unknown.words
    case .branch(let recorded, let now):
      "\(Self.branch(recorded)) in the record, and now \(Self.branch(now))"
    case .end(let recorded, let now): "\(Self.end(recorded)) in the record, and now \(now.map(Self.end) ?? "no end")"
    }
  }

  private static func asked(_ question: String?) -> String {
    question.map { "\"\($0)\" is asked" } ?? "nothing is asked"
  }

  private static func branch(_ branch: BranchTaken?) -> String {
    guard let branch else { return "no branch is taken" }
    let place = branch.place.map { " (\($0))" } ?? ""
    return switch branch.target {
    case .section(let name): "a branch goes to \"\(name)\"\(place)"
    case .outcome(let name): "a branch ends in \"\(name)\"\(place)"
    }
  }

  private static func end(_ end: End) -> String {
    let cause =
      switch end.cause {
      case .decision: ""
      case .stuck: ", for want of an answer"
      case .alarm: end.alarm.map { ", by the alarm \"\($0)\"" } ?? ""
      }
    return "the end is \"\(end.outcome)\"" + (end.level.map { " at the level \"\($0)\"" } ?? "") + cause
  }
}

extension Unknown {
  var words: String {
    switch self {
    case .question(let name): "the tree has no question \"\(name)\""
    case .alarm(let name): "the tree has no alarm \"\(name)\""
    case .choice(let name, let question): "the question \"\(question)\" has no choice \"\(name)\" any more"
    case .type(let question): "the question \"\(question)\" takes answers of another type now"
    }
  }
}
