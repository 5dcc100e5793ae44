import CLibedit
import Glibc

// What the keys do that are ours: Tab, Ctrl-C and Ctrl-Z. libedit's answers to its callbacks are `CC_` codes.

extension LineEditor {
  func bindKeys() {
    libedit_add_function(handle, "backtalk-complete", "Complete the answer") { handle, _ in owner(handle).complete() }
    libedit_add_function(handle, "backtalk-interrupt", "Drop the line") { handle, _ in owner(handle).interrupt() }
    libedit_add_function(handle, "backtalk-suspend", "Stop until fg") { handle, _ in owner(handle).suspend() }
    libedit_bind(handle, "^I", "backtalk-complete")
    for (key, function) in [("^C", "backtalk-interrupt"), ("^Z", "backtalk-suspend")] {
      libedit_bind(handle, key, function)
      libedit_bind_alternative(handle, key, function)  // vi's command mode has keys of its own
    }
  }

  private func interrupt() -> UInt8 {
    wasInterrupted = true
    return UInt8(CC_EOF)
  }

  /// Ctrl-Z: the shell gets its terminal back, and `fg` a fresh line of ours.
  private func suspend() -> UInt8 {
    markPastes(false)
    giveTerminalBack()
    raise(SIGTSTP)
    takeTerminalAgain()
    return UInt8(CC_REDISPLAY)
  }

  /// Tab: one candidate is put in; of several what they begin with in common, or else their list.
  private func complete() -> UInt8 {
    guard let completion else { return UInt8(CC_ERROR) }
    let typed = textBeforeCursor()
    let candidates = completion.candidates(typed)
    guard let shared = commonPrefix(of: candidates) else { return UInt8(CC_ERROR) }
    if candidates.count == 1 || shared.unicodeScalars.count > typed.unicodeScalars.count {
      el_deletestr(handle, Int32(typed.unicodeScalars.count))  // it counts characters, not bytes
      insert(shared)
      return UInt8(CC_REFRESH)
    }
    libedit_print("\r\n" + completion.listing(candidates) + "\r\n")
    return UInt8(CC_REDISPLAY)  // not CC_REFRESH, which would draw over the list
  }

  private func textBeforeCursor() -> String {
    guard let line = el_wline(handle)?.pointee else { return "" }
    var text = String.UnicodeScalarView()
    for character in UnsafeBufferPointer(start: line.buffer, count: line.cursor - line.buffer) {
      text.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private func insert(_ text: String) {
    let wide = wideString(text)
    el_winsertstr(handle, wide)
    wide.deallocate()
  }
}

// MARK: - Reading for libedit

extension LineEditor {
  /// libedit's way to a character: 1 with one, 0 at the end, -1 where reading was interrupted.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      switch keys.next() {
      case .character(let value):
        character.pointee = wchar_t(bitPattern: value)
        return 1
      case .signal(.interrupted):
        wasInterrupted = true
        return -1
      case .signal(.resumed):
        takeTerminalAgain()
        redraw()
      case .signal(.resized):
        el_resize(handle)
        redraw()
      case .idle:
        wasIdle = true
        return -1
      case .end:
        return 0
      }
    }
  }

  private func redraw() {
    libedit_print("\r")
    libedit_clear_to_end_of_line(handle)
    libedit_refresh(handle)
  }

  /// libedit believes the terminal raw, and makes it so only when told first that it is not. Shells stop the marking of
  /// pastes when they start a program.
  private func takeTerminalAgain() {
    libedit_prepare_terminal(handle, 0)
    libedit_prepare_terminal(handle, 1)
    el_resize(handle)
    markPastes(true)
  }
}

/// What all of `texts` begin with, ignoring case, as the first of them spells it; nil where there are none.
func commonPrefix(of texts: [String]) -> String? {
  guard var shared = texts.first.map(Array.init) else { return nil }
  for text in texts.dropFirst() {
    let same = zip(shared, text).prefix { $0.lowercased() == $1.lowercased() }
    shared.removeLast(shared.count - same.count)
  }
  return String(shared)
}
