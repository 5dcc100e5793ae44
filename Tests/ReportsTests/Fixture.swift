import Foundation
import Testing
import TreeFile

@testable import Reports

/// The folder in which these tests and their files lie.
let testFolder = String(#filePath.dropLast("Fixture.swift".count))

/// The smallest tree that is in breach of a rule, `Fixtures/RULE.yaml`, and what is said of it, `Fixtures/RULE.txt`.
struct Fixture: CustomTestStringConvertible {
  var rule: Rule

  var testDescription: String { rule.name }

  static let all = Rule.proven.map { Fixture(rule: $0) }

  var path: String { testFolder + "Fixtures/\(rule.name).yaml" }
  var reportPath: String { testFolder + "Fixtures/\(rule.name).txt" }

  var text: String { contents(of: path) }
  var report: String { contents(of: reportPath) }

  /// How many states may be looked at: a tree that takes too many would be a large one.
  var states: Int { rule == .notProven ? 1 : 100_000 }

  var check: TreeCheck { TreeCheck(Loader().load(path: path), path: path, states: states) }
}

func contents(of path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

extension TreeCheck {
  /// A tree that is written in a test.
  init(_ text: String, named name: String = "fruit.yaml") {
    self.init(Loader().load(text, named: name), path: name)
  }

  /// What is said to people, the path to the fixtures left off.
  var said: String { text(isVerbose: false).replacingOccurrences(of: testFolder + "Fixtures/", with: "") }
}
