import Foundation
import TreeFile
import Triage

/// Trees to sign.
enum Trees {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Has every construct of the format.
  static let everything = root.appending(path: "Tests/TreeFileTests/Accepted/everything.yaml").path
  /// Has many parts that share what they use.
  static let full = root.appending(path: "DecisionTrees/back-pain.yaml").path

  static func grammar(_ path: String) -> Grammar {
    let loaded = Loader().load(path: path)
    guard let tree = loaded.tree else { fatalError(loaded.report) }
    return tree.grammar
  }

  /// A tree from text; nil where it is refused.
  static func grammar(of text: String, files: [String: String] = [:]) -> Grammar? {
    Loader().load(text, named: "tree.yaml", files: GivenFiles(files)).tree?.grammar
  }

  static let everythingText: String = {
    guard let text = try? String(contentsOfFile: everything, encoding: .utf8) else { fatalError("no \(everything)") }
    return text
  }()
}
