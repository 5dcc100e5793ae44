/// What to do about mistakes: the pieces that several of them share.
extension Mistake {
  func suggestion(_ nearest: String?) -> String? { nearest.map { "did you mean \"\($0)\"?" } }

  func choice(of known: [String]) -> String? {
    known.isEmpty ? nil : "known here: " + known.joined(separator: ", ")
  }

  func either(_ keys: [String]) -> String { keys.map { "\"\($0)\"" }.joined(separator: " or ") }

  func both(_ keys: [String]) -> String { keys.map { "\"\($0)\"" }.joined(separator: " and ") }

  /// How a part is defined, for somebody who has named one that is not.
  func definition(of kind: Kind, _ name: String) -> String {
    let isName = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-") }
    switch kind {
    case .source:
      return "declare it, or name one that is declared:\n" + entry("sources", isName ? name : "book", "title")
    case .provider:
      return "define it, or name one that is defined:\n" + entry("providers", isName ? name : "somebody", "role")
    default: return "define it, or name one that is defined"
    }
  }

  /// For a source that stands alone: the list, and how the source is declared where it is not.
  func sourceCure(_ text: String, isDefined: Bool) -> String {
    guard !isDefined else { return "write [\(text)]" }
    let isName = text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-") }
    let name = isName ? text : "book"
    return "write [\(name)], and declare it once:\n" + entry("sources", name, "title")
  }

  private func entry(_ section: String, _ name: String, _ key: String) -> String {
    "  \(section):\n    \(name):\n      \(key): …"
  }
}

extension Mistake.Shape {
  var cure: String {
    switch self {
    case .mapping: "write \"key: value\", one a line, indented"
    case .list: "write [a, b], or a \"-\" before each item"
    case .text: "write one text"
    case .phrase: "put a phrase with braces in quotes: \"{name}\""
    case .items: "name at least one"
    }
  }
}

extension Lookalike {
  /// The character that was meant, in words.
  static func name(of character: UInt32) -> String {
    switch character == ellipsis ? "..." : meant(by: character) {
    case " ": "a space"
    case "'": "an apostrophe (')"
    case "\"": "a quotation mark (\")"
    case "-": "a hyphen (-)"
    case "...": "three dots (...)"
    case let other: other ?? "another character"
    }
  }
}
