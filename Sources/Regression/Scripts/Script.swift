import Display
import Understanding

/// A chat written down: what is typed, marked with `> `, and between it all that the program says.
///
/// ```
/// # A ripe fruit is told from an unripe one.
/// tree: ../fruit.yaml
/// now: 2026-11-02T09:00
/// ---
/// Which colour is it?
/// > red
/// Red. It is ripe.
/// ```
public struct Script: Equatable, Sendable {
  public var header: Header
  public var transcript: Transcript
  /// The number of the transcript's first line in the file.
  public var firstLine: Int

  public struct Header: Equatable, Sendable {
    /// From the folder of the script.
    public var tree: String
    /// The time that the chat's clock shows throughout.
    public var now: Moment
    /// Columns that the text is wrapped to.
    public var width = Layout.standardColumns
    /// The status that the program leaves with.
    public var exit: Int32 = 0
    /// Lines that begin with `#` and say what the script is for, kept as they are.
    public var remarks: [String] = []
  }
}

/// What was said, and what was typed between.
public struct Transcript: Equatable, Sendable {
  public enum Line: Equatable, Sendable {
    case said(String)
    case typed(String)
  }

  public var lines: [Line] = []

  public var typed: [String] { lines.compactMap { if case .typed(let text) = $0 { text } else { nil } } }

  /// The lines as they stand in a file. What was said and looks like a mark is set off by a backslash.
  public var text: [String] {
    lines.map { line in
      switch line {
      case .typed(let text): text.isEmpty ? ">" : "> \(text)"
      case .said(let text): text.hasPrefix(">") || text.hasPrefix("\\") ? "\\\(text)" : text
      }
    }
  }

  /// Reads the lines of a file.
  public init(text: some Sequence<some StringProtocol>) {
    lines = text.map { line in
      if line == ">" { return .typed("") }
      if line.hasPrefix("> ") { return .typed(String(line.dropFirst(2))) }
      return .said(String(line.hasPrefix("\\") ? line.dropFirst() : line[...]))
    }
  }

  public init(_ lines: [Line] = []) { self.lines = lines }
}
