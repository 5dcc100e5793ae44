@testable import Understanding

extension PseudoLanguage {
  /// The English word list in the other alphabet. Its headings are the program's.
  static let language: Language = {
    let english = String(decoding: Understanding.PackageResources.en_words, as: UTF8.self)
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("[") || line.hasPrefix("#") ? String(line) : String(line).foreign
    }
    do {
      return try Language(lines.joined(separator: "\n"))
    } catch {
      fatalError("\(error)")
    }
  }()
}
