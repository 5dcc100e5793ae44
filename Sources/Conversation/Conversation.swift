import Triage
import Understanding

/// A chat with one patient: a value that hears lines and says things. It knows no terminal, clock or file.
public struct Conversation: Sendable {
  /// What has been answered so far.
  public private(set) var session: Session

  public init(_ tree: Tree) {
    session = Session(tree)
  }

  /// What is said before the first line is typed, the first question included.
  public mutating func opening(at now: Moment) -> Reply { Reply() }

  /// Takes one line, without its newline.
  public mutating func hear(_ line: String, at now: Moment) -> Reply { Reply() }

  /// The patient pressed Ctrl-C and the line was dropped. The second time in a row it asks whether to leave.
  public mutating func interrupted() -> Reply { Reply() }

  /// There is no more input. At a terminal that is not final, since Ctrl-D can be pressed by mistake: the first asks
  /// whether to leave, the second leaves. A pipe's end is final.
  public mutating func endOfInput(isFinal: Bool) -> Reply { Reply() }

  /// The question that the next line answers, if any.
  public var question: QuestionID? { nil }

  /// Whether the next line must have been typed by somebody who saw what is asked: a red flag, an alarm's question, or
  /// a confirmation. Lines pasted before it was shown must not answer it.
  public var isRedFlag: Bool { false }

  /// Whole lines that begin like this one: answers first, then commands.
  public func completions(for prefix: String) -> [String] { [] }
}
