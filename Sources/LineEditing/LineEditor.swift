import CLibedit
import Glibc

/// A line editor at a terminal: libedit, with its traps closed.
///
/// **Nothing is answered unseen.** What is pasted arrives faster than it can be read, and could answer a question that
/// was not yet on the screen. Two things prevent it. Terminals mark what is pasted when asked to ("bracketed paste"):
/// then its line ends become spaces, and only the Enter key sends a line. And for every other terminal, and for
/// somebody who types ahead, ``discardUnseenInput()`` is called between showing a question that matters and its
/// prompt: it drops everything that has arrived by then and, where the line before came in one burst, everything that
/// follows until the keyboard has been quiet for ``quiet`` milliseconds, since a long paste arrives in pieces. What
/// remains is a paste that is not marked and that arrives one byte at a time, as over a slow line: it looks like typing,
/// and only what has arrived when the question is shown is dropped.
///
/// One object at a time may exist: it owns standard input and output, and the handling of signals.
public final class LineEditor: LineSource {
  /// Milliseconds without a byte after which a paste is over.
  private let quiet: Int32

  /// Nobody answers faster than this after a question appears, and a held key repeats faster.
  public static let usualQuiet: Int32 = 100

  let handle: OpaquePointer
  private let history: OpaquePointer
  private let settings: termios

  /// Whether escape sequences do what they say here; not at a terminal that is dumb or that nobody has described.
  public let understandsSequences: Bool

  private(set) var promptText: UnsafeMutablePointer<wchar_t>
  var keys = KeyInput(descriptor: STDIN_FILENO)

  /// What Tab offers; without it a Tab beeps.
  public var completion: Completion?

  /// Whether libedit stopped because nobody touched a key for too long.
  var wasIdle = false

  /// Why libedit stopped, where it was one of our keys or signals that made it.
  var wasInterrupted = false

  /// Takes the terminal, or is nil where standard input and output are not both terminals that libedit can use.
  ///
  /// - Parameters:
  ///   - program: the name that a line of `.editrc` may begin with to concern this program only.
  ///   - quiet: milliseconds without a byte after which a paste is over.
  public init?(program: String, quiet: Int32 = usualQuiet) {
    var settings = termios()
    guard Terminal.canEdit, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    Terminal.useUTF8()  // first: everything below depends on it
    guard let handle = libedit_open(program), let history = history_winit() else { return nil }
    self.handle = handle
    self.history = history
    self.settings = settings
    self.quiet = quiet
    promptText = wideString("")
    understandsSequences = canClearLine(handle)
    Signals.watch(restoring: settings, farewell: understandsSequences ? KeyInput.farewell : "\r\n")
    configure()
  }

  deinit {
    el_end(handle)
    history_wend(history)
    promptText.deallocate()
    giveTerminalBack()
  }

  /// Puts the settings back that were found, which libedit's own `EL_PREP_TERM 0` does not quite.
  func giveTerminalBack() {
    var settings = settings
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  /// In the order that libedit needs: what comes later would be undone by what comes earlier.
  private func configure() {
    libedit_set_owner(handle, Unmanaged.passUnretained(self).toOpaque())
    libedit_set_prompt(handle) { owner($0).promptText }
    libedit_set_reader(handle) { owner($0).readCharacter(into: $1) }
    libedit_use_emacs_keys(handle)
    libedit_history_size(history, 500)
    libedit_history_without_repeats(history)
    libedit_use_history(handle, history)
    el_source(handle, nil)
    bindKeys()  // after .editrc, since its "bind -v" wipes every key
    if libedit_is_editing(handle) != 0 { takeTerminal() }
  }

  /// Makes every key ours from before the first prompt to the end.
  ///
  /// Ctrl-C and Ctrl-Z arrive as keys; taking their characters away ("intr=") instead is silently undone. libedit would
  /// give the terminal back between two lines, and draw a prompt before it has taken it again: a key typed then would
  /// be the system's, a Ctrl-D lost, a half-typed line echoed twice. Not where `.editrc` says "edit off": there the
  /// system does the editing.
  private func takeTerminal() {
    libedit_take_signal_keys_while_editing(handle)
    libedit_stay_raw_between_lines(handle)
  }

  public func readLine(prompt: String, remembered: Bool) -> LineRead {
    show(prompt)
    keys.beginLine()
    (wasInterrupted, wasIdle) = (false, false)
    markPastes(true)
    var count: Int32 = 0  // libedit crashes where it is given no count
    let line = el_wgets(handle, &count)
    markPastes(false)
    guard let line, count > 0, !wasInterrupted, !wasIdle else {
      writeAll("\n".utf8, to: STDOUT_FILENO)  // libedit leaves the cursor behind the prompt
      if wasIdle { return .idle }
      return wasInterrupted ? .interrupted : .endOfInput
    }
    let typed = typedLine(UnsafeBufferPointer(start: line, count: Int(count)))
    if remembered { remember(typed.text) }
    return .line(typed)
  }

  public func discardUnseenInput() -> Bool {
    tcdrain(STDOUT_FILENO)
    return keys.discard(quiet: quiet)
  }

  public func forgetLines() {
    libedit_history_clear(history)
  }

  /// Others use this terminal next: a line for which no key is touched is given up, as ``LineRead/idle``, and where a
  /// signal ends the program it wipes the screen too.
  ///
  /// - Parameter patience: for how many milliseconds a key is waited for.
  public func expectOthers(patience: Int) {
    keys.patience = patience
    if understandsSequences { Signals.change(farewell: KeyInput.farewellWiping) }
  }

  /// Leaves nothing to read, nor to scroll back to.
  public func wipeScreen() {
    guard understandsSequences else { return }
    KeyInput.wipe.withUTF8Buffer { writeAll($0, to: STDOUT_FILENO) }
  }

  /// Asks the terminal to mark what is pasted, or no longer to.
  func markPastes(_ isWanted: Bool) {
    guard understandsSequences else { return }
    writeAll((isWanted ? KeyInput.askForBrackets : KeyInput.stopBrackets).utf8, to: STDOUT_FILENO)
  }

  /// libedit asks for the prompt whenever it draws, so its storage lives as long as the object.
  private func show(_ prompt: String) {
    promptText.deallocate()
    promptText = wideString(prompt)
  }

  private func remember(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let line = wideString(text)
    libedit_history_add(history, line)
    line.deallocate()
  }

  private func typedLine(_ characters: UnsafeBufferPointer<wchar_t>) -> TypedLine {
    var text = String.UnicodeScalarView()
    for character in characters where character != 0x0A && character != 0x0D {
      text.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
    }
    var line = TypedLine(bytes: String(text).utf8)
    line.wasRepaired = line.wasRepaired || keys.sawInvalidBytes
    return line
  }
}

/// The object that libedit was told to hand back to its callbacks.
func owner(_ handle: OpaquePointer) -> LineEditor {
  Unmanaged<LineEditor>.fromOpaque(libedit_owner(handle)).takeUnretainedValue()
}

/// The one thing that every terminal can do that understands any sequence at all.
private func canClearLine(_ handle: OpaquePointer) -> Bool {
  var name: [CChar] = [0x63, 0x65, 0]  // "ce"
  return libedit_sequence(handle, &name).map { $0.pointee != 0 } ?? false
}

/// A NUL-terminated copy in C's wide characters; the caller deallocates it.
func wideString(_ text: String) -> UnsafeMutablePointer<wchar_t> {
  let scalars = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
  let copy = UnsafeMutablePointer<wchar_t>.allocate(capacity: scalars.count)
  copy.initialize(from: scalars, count: scalars.count)
  return copy
}
