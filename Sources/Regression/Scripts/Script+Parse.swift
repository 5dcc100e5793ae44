import Display
import Understanding

/// What is wrong with a script, and at which line.
public struct ScriptMistake: Error, Equatable, Sendable {
  public var kind: Kind
  /// From 1.
  public var line: Int

  public enum Kind: Equatable, Sendable {
    /// No line of three dashes ends the header.
    case endlessHeader
    case notKeyAndValue(String)
    case unknownKey(String)
    case repeatedKey(String)
    case missingKey(String)
    case noMoment(String)
    case noNumber(String, ClosedRange<Int>)
  }

  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}

extension Script {
  static let keys = ["tree", "now", "width", "exit"]
  static let endOfHeader = "---"
  private static let widths = 10...1000
  private static let statuses = 0...255

  /// Reads a script.
  ///
  /// - Throws: the first ``ScriptMistake``.
  public init(_ text: String) throws(ScriptMistake) {
    // Not every newline that Unicode knows: a typed line may hold one.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard let end = lines.firstIndex(where: { $0 == Self.endOfHeader }) else {
      throw ScriptMistake(.endlessHeader, line: 1)
    }
    header = try Self.header(of: lines[..<end])
    var body = lines[(end + 1)...]
    if body.last == "" { body.removeLast() }
    transcript = Transcript(text: body)
    firstLine = end + 2
  }

  private static func header(of lines: ArraySlice<Substring>) throws(ScriptMistake) -> Header {
    let entries = try entries(of: lines)
    guard let tree = entries["tree"] else { throw ScriptMistake(.missingKey("tree"), line: 1) }
    guard let now = entries["now"] else { throw ScriptMistake(.missingKey("now"), line: 1) }
    guard let moment = Moment(now.value) else { throw ScriptMistake(.noMoment(now.value), line: now.line) }
    var header = Header(tree: tree.value, now: moment)
    header.remarks = lines.filter { $0.hasPrefix("#") }.map(String.init)
    if let width = entries["width"] { header.width = try number(width, in: widths) }
    if let exit = entries["exit"] { header.exit = Int32(try number(exit, in: statuses)) }
    return header
  }

  private typealias Entry = (value: String, line: Int)

  private static func entries(of lines: ArraySlice<Substring>) throws(ScriptMistake) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for (position, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw ScriptMistake(.notKeyAndValue(String(line)), line: position + 1) }
      let key = String(parts[0])
      guard keys.contains(key) else { throw ScriptMistake(.unknownKey(key), line: position + 1) }
      guard entries[key] == nil else { throw ScriptMistake(.repeatedKey(key), line: position + 1) }
      entries[key] = (String(parts[1].drop { $0 == " " }), position + 1)
    }
    return entries
  }

  private static func number(_ entry: Entry, in range: ClosedRange<Int>) throws(ScriptMistake) -> Int {
    guard let number = Int(entry.value), range.contains(number) else {
      throw ScriptMistake(.noNumber(entry.value, range), line: entry.line)
    }
    return number
  }
}

extension Script {
  /// The script as it stands in a file.
  public var text: String {
    var lines = header.remarks + ["tree: \(header.tree)", "now: \(header.now.text)"]
    if header.width != Layout.standardColumns { lines.append("width: \(header.width)") }
    if header.exit != 0 { lines.append("exit: \(header.exit)") }
    return (lines + [Self.endOfHeader] + transcript.text).map { $0 + "\n" }.joined()
  }
}
