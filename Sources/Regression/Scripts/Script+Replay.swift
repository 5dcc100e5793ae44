import Conversation
import Display
import TreeFile
import Triage
import Understanding

extension Script {
  /// The same lines typed to a chat over a tree: the script as it would be written down today.
  ///
  /// Lines after the chat has ended are not typed. Where it has not ended after the last line, the input ends there.
  ///
  /// - Parameters:
  ///   - listener: one made for the tree before, if any.
  ///   - lookElsewhere: looks for what would have led a patient to another outcome, or to one that is named.
  ///   - watch: is shown the session after every line.
  public func played(
    on tree: Tree, hearing listener: Listener? = nil, lookElsewhere: LookElsewhere = { _, _ in .notFound },
    watch: (Session) -> Void = { _ in }
  ) -> Script {
    var chat = Chat(layout: Layout(columns: header.width))
    var conversation = Conversation(tree, listener: listener)
    chat.show(conversation.opening(at: header.now))
    watch(conversation.session)
    for line in transcript.typed where chat.exit == nil {
      chat.transcript.lines.append(.typed(line))
      chat.show(conversation.hear(line, at: header.now))
      chat.show(whyNot: conversation, lookElsewhere)
      watch(conversation.session)
    }
    if chat.exit == nil { chat.show(conversation.endOfInput(isFinal: true)) }
    var played = self
    played.transcript = chat.transcript
    played.header.exit = chat.exit ?? 0
    return played
  }

  /// How another script over the same tree differs from this one, for people.
  func difference(from other: Script, named name: String) -> String {
    let exit =
      header.exit == other.header.exit
      ? "" : "  \(Message.harmless(name)): leaves with \(other.header.exit), not \(header.exit)\n"
    return exit
      + LineDiff(from: transcript.text, to: other.transcript.text).text(named: name, firstLine: firstLine)
  }

  /// The conversation up to where another script over the same tree begins to differ, then the difference.
  func failure(against other: Script, on tree: Tree, named name: String) -> Report.Failure {
    let common = zip(transcript.lines, other.transcript.lines).prefix { $0 == $1 }.map(\.0)
    let conversation = conversation(on: tree, lines: Transcript(common).typed)
    let lines = conversation.isEmpty ? ["nothing has been typed yet"] : conversation
    return Report.Failure(
      title: name,
      account: "  the conversation:\n" + lines.map { "    \($0)\n" }.joined()
        + "\n  what was expected (-), and what was said (+):\n" + difference(from: other, named: name))
  }

  /// What is typed, each line beside the question that it comes after; `>` where none was asked.
  private func conversation(on tree: Tree, lines: [String]) -> [String] {
    var conversation = Conversation(tree)
    _ = conversation.opening(at: header.now)
    return lines.map { line in
      let question = conversation.question.map { "\(tree.grammar.questions[$0].name):" } ?? ">"
      _ = conversation.hear(line, at: header.now)
      return "\(question) \(line)"
    }
  }
}

/// Finds what would have led a patient to one of some outcomes, or, where none are named, to any other than the one
/// reached.
public typealias LookElsewhere = ([OutcomeID], Session) -> Elsewhere

/// What a replayed chat has shown so far.
private struct Chat {
  let layout: Layout
  var transcript = Transcript()
  private(set) var exit: Int32?
  /// What the last reply has asked for.
  private(set) var requests: [Request] = []

  mutating func show(_ reply: Reply) {
    transcript.lines += layout.lines(reply.says).map(Transcript.Line.said)
    requests = reply.requests
    for case .leave(let status) in requests { exit = status }
  }

  /// Shows what the last reply has asked to be found out.
  mutating func show(whyNot conversation: Conversation, _ look: LookElsewhere) {
    for case .whyNot(let outcomes) in requests {
      show(Reply(says: conversation.words(look(outcomes, conversation.session), to: outcomes)))
    }
  }
}
