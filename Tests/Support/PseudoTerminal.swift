import Foundation

/// A program running in a terminal of its own, with the test at its keyboard.
///
/// Nothing here sleeps and hopes: every wait is for something the program shows or does, and fails after ``patience``
/// with all that was shown until then.
public final class PseudoTerminal {
  /// Seconds to wait for anything, long enough for a slow machine that does other things too.
  public static let patience: TimeInterval = 60

  /// Everything shown so far, as bytes made text.
  public var shown: String { String(decoding: output, as: UTF8.self) }

  public let process: pid_t
  private let master: Int32
  private var output: [UInt8] = []
  private var consumed = 0
  private var size: (columns: Int, rows: Int)
  private var status: ExitStatus?

  /// Starts a program as the leader of a session of its own, with this terminal on its standard descriptors.
  ///
  /// - Parameters:
  ///   - command: the program's path, then its arguments.
  ///   - environment: the whole of it; nothing is inherited.
  ///   - columns: the window's width; 0 for a terminal that does not say.
  ///   - rows: its height.
  /// - Throws: ``Failure`` where the system gives no terminal, or the program does not start.
  public init(
    _ command: [String], environment: [String: String] = PseudoTerminal.environment(), columns: Int = 80, rows: Int = 24
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw Failure.noTerminal(errno) }
    size = (columns, rows)
    Self.setSize(of: master, columns: columns, rows: rows)
    process = try Self.spawn(command, environment, terminal: Self.otherEnd(of: master))
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    close(master)
  }

  /// A plain terminal and nobody's settings, changed by `changes`; an empty value removes a name.
  public static func environment(_ changes: [String: String] = [:]) -> [String: String] {
    var base = ["TERM": "xterm", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"]
    base.merge(changes) { $1 }
    return base.filter { !$0.value.isEmpty }
  }

  public enum Failure: Error, CustomStringConvertible {
    case noTerminal(Int32)
    case notStarted(String, Int32)
    case notShown(String, shown: String)
    case stillRunning(shown: String)

    public var description: String {
      switch self {
      case .noTerminal(let number): "no pseudo-terminal: \(String(cString: strerror(number)))"
      case .notStarted(let program, let number): "\(program) did not start: \(String(cString: strerror(number)))"
      case .notShown(let text, let shown): "\(text.debugDescription) was not shown; this was: \(shown.debugDescription)"
      case .stillRunning(let shown): "the program did not end; it showed: \(shown.debugDescription)"
      }
    }
  }
}

// MARK: - At the keyboard and the screen

extension PseudoTerminal {
  /// Types `text`; Enter is `\r`, Ctrl-C is `\u{3}`.
  public func type(_ text: String) {
    send(Array(text.utf8))
  }

  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Waits until `text` has been shown after whatever the last wait found.
  ///
  /// - Returns: all that was shown since then, `text` included.
  @discardableResult
  public func wait(for text: String) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    var searched = consumed
    while true {
      if let end = output.firstRange(of: wanted, from: searched) {
        defer { consumed = end }
        return String(decoding: output[consumed..<end], as: UTF8.self)
      }
      searched = max(consumed, output.count - wanted.count)
      guard readSome(before: deadline) else {
        throw Failure.notShown(text, shown: String(decoding: output[consumed...], as: UTF8.self))
      }
    }
  }

  /// Waits until the screen, drawn as a terminal draws it, is as `isRight` wants it.
  @discardableResult
  public func wait(forScreen isRight: (Screen) -> Bool) throws -> Screen {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while true {
      let screen = self.screen
      if isRight(screen) { return screen }
      guard readSome(before: deadline) else { throw Failure.notShown("the screen waited for", shown: screen.text) }
    }
  }

  /// What a terminal of this size shows now.
  public var screen: Screen {
    var screen = Screen(columns: size.columns, rows: size.rows)
    screen.show(shown)
    return screen
  }

  /// Changes the window's size, which the program is told by SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  /// The terminal's settings as the program has left them.
  public var settings: termios {
    var settings = termios()
    tcgetattr(master, &settings)
    return settings
  }

  /// Whether the terminal echoes and gathers lines, as a shell's user expects to find it.
  public var isCooked: Bool {
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & wanted == wanted
  }
}

// MARK: - Its end

extension PseudoTerminal {
  public enum ExitStatus: Equatable, Sendable {
    case exited(Int32)
    case killed(by: Int32)
  }

  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Reads until the program ends.
  public func waitForExit() throws -> ExitStatus {
    if let status { return status }
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while true {
      var raw: Int32 = 0
      if waitpid(process, &raw, WNOHANG) == process {
        while readSome(before: Date(timeIntervalSinceNow: 0)) {}
        let ended: ExitStatus = raw & 0x7F == 0 ? .exited(raw >> 8 & 0xFF) : .killed(by: raw & 0x7F)
        status = ended
        return ended
      }
      guard Date() < deadline else { throw Failure.stillRunning(shown: shown) }
      _ = readSome(before: min(deadline, Date(timeIntervalSinceNow: 0.02)))
    }
  }
}

// MARK: - The system's side

extension PseudoTerminal {
  /// - Returns: false where nothing came in time, or nothing more can come.
  private func readSome(before deadline: Date) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else {
      usleep(1000)  // a terminal whose program has just ended says so at once, and again
      return false
    }
    output += chunk.prefix(count)
    return true
  }

  private static func setSize(of master: Int32, columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The path of the program's end. Swift sees no `posix_openpt`, so this asks Linux as that does.
  private static func otherEnd(of master: Int32) throws -> String {
    let unlock = UInt(0x4004_5431)  // TIOCSPTLCK
    let number = UInt(0x8004_5430)  // TIOCGPTN
    var locked: Int32 = 0
    var index: UInt32 = 0
    guard ioctl(master, unlock, &locked) == 0, ioctl(master, number, &index) == 0 else {
      throw Failure.noTerminal(errno)
    }
    return "/dev/pts/\(index)"
  }

  /// Opening the terminal as the leader of a new session makes it that session's own.
  private static func spawn(_ command: [String], _ environment: [String: String], terminal: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, a macro behind _GNU_SOURCE
    posix_spawnattr_setflags(
      &attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))

    var process: pid_t = 0
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    let failure = posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
    guard failure == 0 else { throw Failure.notStarted(command[0], failure) }
    return process
  }
}

extension [UInt8] {
  /// Where `wanted` first ends at or after `start`.
  fileprivate func firstRange(of wanted: [UInt8], from start: Int) -> Int? {
    guard count - start >= wanted.count else { return nil }
    return (start...(count - wanted.count)).first { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
      .map { $0 + wanted.count }
  }
}
