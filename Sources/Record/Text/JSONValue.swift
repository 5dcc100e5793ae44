/// A value of JSON as a record writes it: whole numbers only, and keys in the order in which they stand.
///
/// There is one way to write each value, and ``text`` is it. What is not written so was not written by this program.
/// Foundation's decoder takes many ways, so that a changed byte could go unseen.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int64)
  case text(String)
  case list([JSONValue])
  case object([Member])

  struct Member {
    var key: String
    var value: JSONValue?

    /// A member that is left out where it has no value.
    init(_ key: String, _ value: JSONValue?) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  static func integer(_ number: Int) -> JSONValue { .integer(Int64(number)) }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  // MARK: Parts

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int? { if case .integer(let number) = self { Int(exactly: number) } else { nil } }
  var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  var texts: [String]? { list?.all(\.text) }
}

extension Array {
  /// What becomes of each; nil where one becomes nothing.
  func all<Other>(_ transform: (Element) -> Other?) -> [Other]? {
    let results = compactMap(transform)
    return results.count == count ? results : nil
  }
}

// MARK: - Writing

extension JSONValue {
  /// On one line, without a space between its parts, in ASCII: all else is written as an escape, so that a record only
  /// ever prints, and no later table of characters writes it otherwise.
  var written: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let isTrue): text += isTrue ? "true" : "false"
    case .integer(let number): text += String(number)
    case .text(let words): Self.write(words, to: &text)
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members): Self.write(members, to: &text)
    }
  }

  private static func write(_ members: [Member], to text: inout String) {
    text += "{"
    var isFirst = true
    for member in members {
      guard let value = member.value else { continue }
      if !isFirst { text += "," }
      isFirst = false
      write(member.key, to: &text)
      text += ":"
      value.write(to: &text)
    }
    text += "}"
  }

  private static func write(_ words: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    if words.utf8.allSatisfy(isPlain) {
      text += words
      return
    }
    for unit in words.utf16 {
      switch unit {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default: text += "\\u" + hexadecimal(unit)
      }
    }
  }

  /// Whether a character of ASCII stands for itself in a text: one that prints, and is no mark of JSON's.
  static func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
