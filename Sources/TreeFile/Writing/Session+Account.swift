import Triage

/// One line of a conversation retold in the names of its tree.
public struct AccountLine: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case answer
    case branch
    /// Where it stands still, or how it ended otherwise than by a branch.
    case end
  }

  public var kind: Kind
  public var text: String
  /// What was done there; none where it was done nowhere in the tree.
  public var part: PartID

  public init(_ kind: Kind, _ text: String, at part: PartID = .none) {
    self.kind = kind
    self.text = text
    self.part = part
  }

  /// The line as it is shown; a branch is indented, and has its place behind it.
  ///
  /// - Parameter place: where a part of the tree was written, as `file:line`.
  public func text(place: (PartID) -> String?) -> String {
    kind == .branch ? "  " + text + (place(part).map { "  (\($0))" } ?? "") : text
  }
}

extension Session {
  /// The conversation, a line for each answer and each branch taken.
  public var account: [AccountLine] {
    let grammar = tree.grammar
    let lines = trace.compactMap { entry in
      switch entry {
      case .said: nil as AccountLine?
      case .answered(let question, let answer, let part):
        AccountLine(.answer, grammar.text(Event.Given(question, answer)), at: part)
      case .took(let branch, _): AccountLine(.branch, grammar.text(branch.target), at: branch.part)
      }
    }
    return lines + [standing].compactMap(\.self)
  }

  private var standing: AccountLine? {
    let grammar = tree.grammar
    switch position {
    case .asking(let question): return AccountLine(.end, "\(grammar.questions[question].name): ?")
    case .ended(let ending):
      let outcome = grammar.outcomes[ending.outcome].name
      switch ending.cause {
      case .decision: return nil
      case .stuck: return AccountLine(.end, "stuck: \(outcome)")
      case .alarm(let alarm): return AccountLine(.end, "alarm \(grammar.alarms[alarm].name): \(outcome)")
      }
    }
  }
}

extension Grammar {
  /// A question's name and its answer.
  public func text(_ given: Event.Given) -> String {
    "\(questions[given.question].name): \(text(given.answer, to: given.question))"
  }

  public func text(_ target: Branch.Target) -> String {
    switch target {
    case .section(let id): "go: \(sections[id].name)"
    case .outcome(let id): "end: \(outcomes[id].name)"
    }
  }
}
