import Glibc

/// A signal that the editor answers when it next waits for a key.
enum Notice: Equatable {
  /// The window has another size.
  case resized
  /// The process was stopped and goes on; the shell may have changed the terminal meanwhile.
  case resumed
  /// Ctrl-C where the terminal still makes it a signal, or `kill -INT`.
  case interrupted
}

/// The ways in which a process that holds a terminal can be interrupted.
///
/// Signals are of two kinds. Those that end the process restore the terminal at once, in the handler, by calls that POSIX allows
/// there. The others are held back and only let in while ``waitForInput(on:)`` waits, so that none is lost between
/// looking and waiting, and libedit is never interrupted half-way.
///
/// libedit's own handling (`EL_SIGNAL`) stays off: it sends each signal on to the whole process group, so that a
/// SIGTERM meant for us would reach our parent too.
enum Signals {
  /// Signals whose default is the end of the process. Those of a crash are among them: a terminal left raw shows
  /// nothing of what its owner types next.
  private static let ending = [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV]
  private static let noticed = [SIGWINCH, SIGCONT, SIGINT]

  /// Begins to watch. From here on, however the process ends, `settings` are put back.
  ///
  /// - Parameters:
  ///   - settings: of the terminal behind standard input.
  ///   - farewell: what a fatal signal writes to it, so that it behaves and the shell's prompt has a line of its own.
  static func watch(restoring settings: termios, farewell: StaticString) {
    lastWords = farewell
    savedSettings = .allocate(capacity: 1)
    savedSettings?.initialize(to: settings)
    atexit(restore)
    for number in ending { handle(number, restoreAndEnd) }
    for number in noticed { handle(number, note) }
    var held = sigset_t()
    sigemptyset(&held)
    for number in noticed { sigaddset(&held, number) }
    sigprocmask(SIG_BLOCK, &held, nil)
  }

  /// Has other words written by a fatal signal.
  static func change(farewell: StaticString) { lastWords = farewell }

  /// What a wait for input has come to.
  enum Wait {
    case input
    /// ``takeNotice()`` says which.
    case signal
    case nothing
  }

  /// Waits for input on `descriptor` or for a noticed signal.
  ///
  /// - Parameters:
  ///   - descriptor: below 64; in practice standard input.
  ///   - limit: for how many milliseconds; without one, for ever.
  static func waitForInput(on descriptor: Int32, atMost limit: Int? = nil) -> Wait {
    var noneHeld = sigset_t()
    sigemptyset(&noneHeld)
    repeat {
      var waited = fd_set()
      waited.__fds_bits.0 = 1 << Int(descriptor)  // FD_SET is a macro
      switch select(below: descriptor + 1, &waited, atMost: limit, &noneHeld) {
      case 0: return .nothing
      case 1...: return .input
      default: break
      }
    } while errno == EINTR && noticedSignals == 0
    return .signal
  }

  private static func select(
    below end: Int32, _ waited: inout fd_set, atMost limit: Int?, _ held: inout sigset_t
  ) -> Int32 {
    guard let limit else { return pselect(end, &waited, nil, nil, nil, &held) }
    var time = timespec(tv_sec: limit / 1_000, tv_nsec: limit % 1_000 * 1_000_000)
    return pselect(end, &waited, nil, nil, &time, &held)
  }

  /// The most pressing notice not taken yet.
  static func takeNotice() -> Notice? {
    if noticedSignals & bit(SIGINT) != 0 { return take(SIGINT, .interrupted) }
    if noticedSignals & bit(SIGCONT) != 0 { return take(SIGCONT, .resumed) }
    if noticedSignals & bit(SIGWINCH) != 0 { return take(SIGWINCH, .resized) }
    return nil
  }

  private static func take(_ number: Int32, _ notice: Notice) -> Notice {
    noticedSignals &= ~bit(number)
    return notice
  }

  /// A signal that our parent chose to ignore (`nohup`) stays ignored.
  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var before = sigaction()
    sigaction(number, nil, &before)
    guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != 1 else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(number, &action, nil)
  }
}

// What the handlers touch: words that exist before any handler does, and that only the handlers and the held-back
// sections of the one thread that edits write.
nonisolated(unsafe) private var savedSettings: UnsafeMutablePointer<termios>?
nonisolated(unsafe) private var lastWords: StaticString = ""
nonisolated(unsafe) private var noticedSignals: UInt32 = 0

private func bit(_ number: Int32) -> UInt32 { 1 << UInt32(number) }

private func note(_ number: Int32) {
  noticedSignals |= bit(number)
}

/// Puts the terminal back as it was found, and lets the signal do what it would have done.
///
/// Not through `EL_PREP_TERM`: libedit's call waits for the output to drain, which on a stopped terminal is for ever,
/// and puts back its own idea of the settings.
private func restoreAndEnd(_ number: Int32) {
  restore()
  lastWords.withUTF8Buffer { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  signal(number, SIG_DFL)
  raise(number)
}

private func restore() {
  if let savedSettings { tcsetattr(STDIN_FILENO, TCSANOW, savedSettings) }
}
