import Conversation
import Display
import Glibc
import LineEditing

/// A conversation held through standard input and output.
final class Chat {
  private var conversation: Conversation
  private let lines: any LineSource
  private let window: Window
  private var output = BlockWriter(descriptor: STDOUT_FILENO)
  /// What was typed instead of turning a page, until it is heard.
  private var typedAtPage: TypedLine?

  init(_ conversation: Conversation, _ options: ChatOptions) {
    self.conversation = conversation
    let editor = LineEditor(program: "backtalk")
    lines = editor ?? PlainLines()
    window = Window(options: options, editor: editor)
    editor?.completion = Completion(
      candidates: { [unowned self] in self.conversation.completions(for: $0) },
      listing: { [unowned self] in self.window.layout.lines(sideBySide: $0).joined(separator: "\r\n") })
  }

  /// Talks until the patient leaves, or the input ends.
  ///
  /// - Returns: the exit status. That nobody reads the answers any more is no error of ours.
  func run() -> Int32 {
    do throws(BlockWriter.Closed) {
      var status = try fulfil(opening())
      while status == nil { status = try fulfil(reply()) }
      return status ?? 0
    } catch {
      return 0
    }
  }

  private func opening() -> Reply {
    var opening = conversation.opening(at: localTime())
    if window.options.isUnproven { opening.says.insert(conversation.words(for: .treeIsUnproven), at: 0) }
    return opening
  }

  /// Waits for a line, and for what the conversation makes of it.
  private func reply() throws(BlockWriter.Closed) -> Reply {
    switch try nextLine() {
    case .line(let line):
      try show(remarks(on: line))
      return conversation.hear(line.text, at: localTime())
    case .interrupted:
      return conversation.interrupted()
    case .endOfInput:
      return conversation.endOfInput(isFinal: window.editor == nil)
    }
  }

  /// The next line that was typed by somebody who saw what it answers, or that answers nothing.
  private func nextLine() throws(BlockWriter.Closed) -> LineRead {
    var wasDropped = false
    if let line = typedAtPage {
      typedAtPage = nil
      if !conversation.isRedFlag || conversation.meansTheSameAnywhere(line.text, at: localTime()) { return .line(line) }
      wasDropped = true
    }
    if conversation.isRedFlag, lines.discardUnseenInput() { wasDropped = true }
    if wasDropped { try show([conversation.words(for: .unseenInputWasDropped)]) }
    return typedAtPage == nil ? lines.readLine(prompt: conversation.prompt, remembered: true) : try nextLine()
  }

  private func remarks(on line: TypedLine) -> [Say] {
    (line.wasRepaired ? [conversation.words(for: .lineWasRepaired)] : [])
      + (line.wasCut ? [conversation.words(for: .lineWasCut)] : [])
  }

  /// - Returns: the exit status where the patient has gone.
  private func fulfil(_ reply: Reply) throws(BlockWriter.Closed) -> Int32? {
    try show(reply.says)
    for request in reply.requests {
      switch request {
      case .leave(let status): return status
      case .forgetRecalledLines: lines.forgetLines()
      case .whyNot(let outcome):
        try show(conversation.words(WhyNotAnswer.find(outcome, conversation.session), to: outcome))
      case .saveRecord, .keepNote: break
      }
    }
    return nil
  }
}

// MARK: - On the screen

extension Chat {
  private func show(_ says: [Say]) throws(BlockWriter.Closed) {
    var isPaging = typedAtPage == nil
    for (number, screen) in screens(of: says).enumerated() {
      if number > 0, isPaging { isPaging = turnsPage() }
      for line in screen { try output.write(line + "\n") }
      try output.flush()
    }
  }

  private func screens(of says: [Say]) -> [ArraySlice<String>] {
    let layout = window.layout
    guard let rows = window.rows else { return [layout.lines(says)[...]] }
    let lines = layout.lines(layout.keepingOutcomesInSight(says, rows: rows))
    return window.pages ? Layout.screens(of: lines, rows: rows) : [lines[...]]
  }

  /// Waits until the screen has been read. A line pasted before it was shown turns no page.
  ///
  /// - Returns: false where all of the rest is to be shown, since it was asked for or something else was said.
  private func turnsPage() -> Bool {
    _ = lines.discardUnseenInput()
    guard case .line(let line) = lines.readLine(prompt: conversation.morePrompt, remembered: false) else {
      return false
    }
    let words = line.text.filter { !$0.isWhitespace }
    if !words.isEmpty, !conversation.meansAllPages(words) { typedAtPage = line }
    return words.isEmpty
  }
}
