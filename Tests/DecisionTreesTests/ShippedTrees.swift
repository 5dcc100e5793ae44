import Foundation
import Testing
import TreeFile
import Triage

/// The trees that come with the program, and the cases beside them.
enum ShippedTrees {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Those in `examples/`, which a clinician might have written.
  static let examples = ["oswestry", "ottawa", "phq-2", "roland-morris", "start-back"]
  static let trees = [path("back-pain.yaml")] + examples.map { path("examples/\($0).yaml") }
  static let tests = path("tests")
  static let vignettes = project.appending(path: "Tests/Vignettes").path
  static let utterances = project.appending(path: "Tests/Utterances").path
  /// For each of ``trees``, its cases: a file each, but for the default tree.
  static let cases = [Self.casesOfDefaultTree] + examples.map { [path("tests/\($0).cases.yaml")] }
  private static let casesOfDefaultTree = ["emergencies", "urgent", "care"].map { path("tests/\($0).cases.yaml") }

  /// The tree of that name among the examples.
  ///
  /// - Throws: where it cannot be loaded.
  static func example(_ name: String) throws -> Tree {
    try #require(Loader().load(path: path("examples/\(name).yaml")).tree)
  }

  private static func path(_ file: String) -> String { project.appending(path: "DecisionTrees/" + file).path }
}
