import Foundation

/// The trees that come with the program, and the cases beside them.
enum ShippedTrees {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "DecisionTrees")

  static let trees = ["back-pain.yaml", "examples/start-back.yaml"].map(path)
  static let startBack = path("examples/start-back.yaml")
  static let tests = path("tests")
  static let cases = ["back-pain", "start-back"].map { path("tests/\($0).cases.yaml") }

  private static func path(_ file: String) -> String { folder.appending(path: file).path }
}
