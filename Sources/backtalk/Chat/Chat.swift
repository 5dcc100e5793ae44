import Conversation
import Display
import Glibc
import LineEditing
import Record
import Understanding

/// A conversation held through standard input and output.
final class Chat {
  private var conversation: Conversation
  private let lines: any LineSource
  private let window: Window
  private var output = BlockWriter(descriptor: STDOUT_FILENO)
  private var recorder: Recorder
  /// What is said first where another chat was cut off, and this one goes on with it.
  private let resumedWith: [Notice]?
  /// Whether nobody has touched a key for as long as a shared machine waits.
  private var isAbandoned = false
  /// What was typed instead of turning a page, until it is heard.
  private var typedAtPage: TypedLine?

  /// - Parameter notices: what to say of another chat with which this one goes on.
  init(
    _ conversation: Conversation, _ options: ChatOptions, _ recorder: Recorder, resumedWith notices: [Notice]? = nil
  ) {
    (self.conversation, self.recorder, resumedWith) = (conversation, recorder, notices)
    let editor = LineEditor(program: "backtalk")
    if options.isKiosk { editor?.expectOthers(patience: options.idle * 1_000) }
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
      if window.options.isKiosk { window.editor?.wipeScreen() }
      return recorder.hasFailed ? max(status ?? 0, 1) : status ?? 0
    } catch {
      return 0
    }
  }

  private func opening() -> Reply {
    var opening =
      resumedWith == nil ? conversation.opening(at: localTime()) : conversation.resumption(at: localTime())
    opening.says = (resumedWith ?? []).map(conversation.words(for:)) + opening.says
    if window.options.isUnproven { opening.says.insert(conversation.words(for: .treeIsUnproven), at: 0) }
    return opening
  }

  /// Waits for a line, and for what the conversation makes of it.
  private func reply() throws(BlockWriter.Closed) -> Reply {
    switch try nextLine() {
    case .line(let line):
      try show(remarks(on: line))
      return hear(line.text, at: localTime())
    case .interrupted:
      return conversation.interrupted()
    case .endOfInput:
      return conversation.endOfInput(isFinal: window.editor == nil)
    case .idle:
      return Reply(requests: [.leave(status: 0)])
    }
  }

  /// What the conversation makes of a line. It is recorded before anything of it is shown.
  private func hear(_ line: String, at now: Moment) -> Reply {
    let before = conversation
    var reply = conversation.hear(line, at: now)
    reply.says += recording { recorder throws(RecordFailure) in
      try recorder.take(line, from: before, to: conversation, reply)
    }
    return reply
  }

  /// Does something to the record.
  ///
  /// - Returns: what is to be said where it fails. The chat goes on: what it tells the patient matters more.
  private func recording(_ action: (inout Recorder) throws(RecordFailure) -> Void) -> [Say] {
    do throws(RecordFailure) {
      try action(&recorder)
      return []
    } catch {
      return [conversation.words(for: .recordBroke(error.path, because: error.words))]
    }
  }

  /// The next line that was typed by somebody who saw what it answers, or that answers nothing.
  private func nextLine() throws(BlockWriter.Closed) -> LineRead {
    var wasDropped = false
    if let line = typedAtPage {
      typedAtPage = nil
      if isHeardAtPage(line.text) { return .line(line) }
      wasDropped = true
    }
    if isAbandoned { return .idle }
    if conversation.isRedFlag, lines.discardUnseenInput() { wasDropped = true }
    if wasDropped { try show([conversation.words(for: .unseenInputWasDropped)]) }
    return typedAtPage == nil ? lines.readLine(prompt: conversation.prompt, remembered: true) : try nextLine()
  }

  /// Whether what was typed instead of turning a page is for the chat. It answers no question: that was still to be shown.
  private func isHeardAtPage(_ line: String) -> Bool {
    conversation.hasEnded && !conversation.isRedFlag || conversation.meansTheSameAnywhere(line, at: localTime())
  }

  private func remarks(on line: TypedLine) -> [Say] {
    (line.wasRepaired ? [conversation.words(for: .lineWasRepaired)] : [])
      + (line.wasCut ? [conversation.words(for: .lineWasCut)] : [])
  }

  /// - Returns: the exit status where the patient has gone.
  private func fulfil(_ reply: Reply) throws(BlockWriter.Closed) -> Int32? {
    let says = reply.requests.flatMap(fulfil)
    try show(reply.says + says)
    for case .leave(let status) in reply.requests { return status }
    return nil
  }

  /// - Returns: what is to be said of it.
  private func fulfil(_ request: Request) -> [Say] {
    switch request {
    case .leave: return recording { recorder throws(RecordFailure) in try recorder.end(conversation.session) }
    case .forgetRecalledLines:
      lines.forgetLines()
      recorder.forget()
      return []
    case .saveRecord(let path): return [conversation.words(for: beginRecord(path))]
    case .keepNote: return []  // recorded with the line that asks for it
    case .whyNot(let outcomes):
      return conversation.words(WhyNotAnswer.find(outcomes, conversation.session), to: outcomes)
    }
  }

  private func beginRecord(_ path: String) -> Notice {
    if let path = recorder.path { return .recordGoesOn(path) }
    guard recorder.canBegin else { return .recordCannotBegin }
    do throws(RecordFailure) {
      try recorder.begin(path)
      conversation.isRecorded = true
      return .recordBegun(path)
    } catch {
      return .recordRefused(error.path, because: error.words)
    }
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
    let read = lines.readLine(prompt: conversation.morePrompt, remembered: false)
    if read == .idle { isAbandoned = true }
    guard case .line(let line) = read else { return false }
    let words = line.text.filter { !$0.isWhitespace }
    if !words.isEmpty, !conversation.meansAllPages(words) { typedAtPage = line }
    return words.isEmpty
  }
}
