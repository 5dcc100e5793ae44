import Glibc

/// A stretch of text: bytes counted from the start of the first file that was loaded, end not included.
///
/// All files of one load share one line of bytes, so that a span alone says which file it is in.
public struct Span: Hashable, Sendable {
  var start: Int32
  var end: Int32

  init(_ range: Range<Int>) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

extension Span: Comparable {
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A place as people write it: lines and columns from 1, columns in Unicode characters.
public struct Position: Hashable, Sendable {
  public var file: String
  public var line: Int
  public var column: Int
}

/// The text of every file of one load, byte-order marks left off.
public struct Sources: Sendable {
  struct File: Sendable {
    var name: String
    /// In the folder where it was found, whatever that is called.
    var path: String
    var range: Range<Int>
    /// Among the lines of all files.
    var firstLine: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var files: [File] = []
  /// Where the lines of all files begin.
  private var lines: [Int32] = []

  /// Appends a file and returns its number.
  /// - Parameter path: in its folder, where that is known.
  mutating func add(_ text: some Collection<UInt8>, named name: String, path: String? = nil) -> Int {
    let start = bytes.count
    if bytes.isEmpty { bytes.reserveCapacity(text.count + 1) }
    bytes.append(contentsOf: text)
    files.append(File(name: name, path: path ?? name, range: start..<bytes.count, firstLine: lines.count))
    addLines(from: start)
    // One byte between files, so that an empty place at the end of one is not the start of the next.
    bytes.append(UInt8(ascii: "\n"))
    return files.count - 1
  }

  /// The files in the order of loading: the path of each in the folder where it was found, and its bytes.
  public var contents: [(path: String, bytes: ArraySlice<UInt8>)] { files.map { ($0.path, bytes[$0.range]) } }

  private mutating func addLines(from start: Int) {
    lines.append(Int32(start))
    bytes.withUnsafeBytes { bytes in
      var at = start
      while at < bytes.count, let found = memchr(bytes.baseAddress! + at, CInt(UInt8(ascii: "\n")), bytes.count - at) {
        at = UnsafeRawPointer(found) - bytes.baseAddress! + 1
        lines.append(Int32(at))
      }
    }
  }

  /// The line that holds `offset`, among those of all files.
  private func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The file that holds `offset`.
  func file(at offset: Int) -> File {
    var low = 0
    var high = files.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if files[middle].range.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return files[low]
  }

  /// Where `span` begins.
  /// - Complexity: O(bytes before it in its line).
  public func position(of span: Span) -> Position { position(at: Int(span.start), inFileAt: Int(span.start)) }

  /// Where the first character stands that follows `span`.
  public func end(of span: Span) -> Position { position(at: Int(span.end), inFileAt: Int(span.start)) }

  private func position(at offset: Int, inFileAt start: Int) -> Position {
    let file = file(at: start)
    let line = line(at: offset)
    return Position(
      file: file.name,
      line: 1 + line - file.firstLine,
      column: 1 + bytes[Int(lines[line])..<offset].count { !isContinuation($0) })
  }

  /// The line that holds `offset`, without its line break.
  func lineRange(at offset: Int) -> Range<Int> {
    lineRange(from: Int(lines[line(at: offset)]))
  }

  /// The rest of the line from `offset` on, without its line break.
  func lineRange(from offset: Int) -> Range<Int> {
    let next = line(at: offset) + 1
    let end = (next < lines.count ? Int(lines[next]) : bytes.count) - 1
    return offset..<(end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
  }

  /// The first place of a text in a file, from `offset` on.
  func first(_ text: String, from offset: Int) -> Span? {
    let rest = bytes[offset..<file(at: offset).range.upperBound]
    return rest.firstRange(of: Array(text.utf8)).map { Span($0) }
  }

  /// The text of `range`, invalid bytes shown as replacement characters.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// A file's text without the byte-order mark that it may begin with.
func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  return bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
}

/// Whether a byte continues a UTF-8 sequence.
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
