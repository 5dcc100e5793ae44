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
    var range: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var files: [File] = []

  /// Appends a file and returns its number.
  mutating func add(_ text: some Collection<UInt8>, named name: String) -> Int {
    let start = bytes.count
    if bytes.isEmpty { bytes.reserveCapacity(text.count + 1) }
    bytes.append(contentsOf: text)
    files.append(File(name: name, range: start..<bytes.count))
    // One byte between files, so that an empty place at the end of one is not the start of the next.
    bytes.append(UInt8(ascii: "\n"))
    return files.count - 1
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
  /// - Complexity: O(bytes before it in its file).
  public func position(of span: Span) -> Position {
    let file = file(at: Int(span.start))
    let line = lineRange(at: Int(span.start))
    let before = bytes[file.range.lowerBound..<line.lowerBound]
    return Position(
      file: file.name,
      line: 1 + before.count { $0 == UInt8(ascii: "\n") },
      column: 1 + bytes[line.lowerBound..<Int(span.start)].count { !isContinuation($0) })
  }

  /// The line that holds `offset`, without its line break.
  func lineRange(at offset: Int) -> Range<Int> {
    let file = file(at: offset).range
    var start = min(offset, file.upperBound)
    while start > file.lowerBound, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start..<restOfLine(start)
  }

  /// The rest of the line from `offset` on, without its line break.
  func lineRange(from offset: Int) -> Range<Int> { offset..<restOfLine(offset) }

  private func restOfLine(_ offset: Int) -> Int {
    let file = file(at: offset).range
    var end = offset
    while end < file.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
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
