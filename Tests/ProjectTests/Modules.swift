/// What each module may import, as ARCHITECTURE.md says.
enum Modules {
  static let mayImport: [String: Set<String>] = [
    "Triage": [],
    "Validation": ["Triage"],
    "TreeFile": ["Triage", "Validation", "CLibYAML", "Glibc"],
    "Understanding": ["Triage"],
    "Lint": ["Triage", "Understanding"],
    "Conversation": ["Triage", "Understanding"],
    "Display": ["Conversation", "Glibc"],
    "Reports": ["Triage", "TreeFile", "Understanding", "Lint", "Assurance", "SignOff", "JSON"],
    "LineEditing": ["CLibedit", "Glibc"],
    "Assurance": ["Triage"],
    "SignOff": ["Triage", "TreeFile", "CLibMD", "Glibc"],
    "JSON": ["FoundationEssentials"],
    "Regression": ["Triage", "TreeFile", "Understanding", "Conversation", "Display", "JSON", "Glibc"],
    "Watching": ["Glibc"],
    "Record": ["Triage", "CLibMD", "Glibc"],
    "backtalk": [
      "Triage", "TreeFile", "Understanding", "Conversation", "Display", "LineEditing", "JSON", "Regression", "SignOff",
      "Lint", "Assurance", "Reports", "Watching", "Record", "ArgumentParser", "Glibc",
    ],
  ]

  /// All that gives a lowered tree its meaning, below `Sources/Triage`.
  static let walk = [
    "Program/Instruction.swift", "Program/Program.swift", "Session/Patient.swift", "Session/Walk.swift",
    "Session/Workings.swift",
  ]

  /// The module that a line of source imports.
  static func imported(by line: some StringProtocol) -> String? {
    let words = line.split(whereSeparator: \.isWhitespace)
    let attributes = words.prefix { $0.hasPrefix("@") || ["public", "internal", "package", "private"].contains($0) }
    guard words.dropFirst(attributes.count).first == "import" else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let name = words.dropFirst(attributes.count + 1).drop { kinds.contains(String($0)) }.first
    return name.map { String($0.prefix { $0 != "." }) }
  }

  static func imports(of file: Project.File) -> [String] { file.lines.compactMap { imported(by: $0) } }

  /// The lines of a file that hold code: neither empty nor only a comment.
  static func linesOfCode(_ file: Project.File) -> Int {
    file.lines.count { line in
      let text = line.drop(while: \.isWhitespace)
      return !text.isEmpty && !text.hasPrefix("//")
    }
  }
}
