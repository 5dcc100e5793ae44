import Foundation
import Testing
import TreeFile
import Triage
import Understanding

import struct Lint.Remark

@testable import Lint

/// The folder in which these tests and their files lie.
let testFolder = String(#filePath.dropLast("Fixture.swift".count))

/// Two trees under `Fixtures/`: one named after the code that it brings about, with `# here` on the line remarked on
/// where there is one, and the same after what the remark says to do.
struct Fixture: CustomTestStringConvertible {
  var code: Remark.Code

  var testDescription: String { code.rawValue }

  static let all = Remark.Code.allCases.map { Fixture(code: $0) }

  /// The day on which the fixtures are looked at.
  static let today = CivilDate(year: 2026, month: 1, day: 2)

  var path: String { testFolder + "Fixtures/\(code.rawValue).yaml" }
  var curedPath: String { testFolder + "Fixtures/\(code.rawValue)-cured.yaml" }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  /// The number of the line that is marked.
  var markedLine: Int? {
    text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasSuffix("# here") }.map { $0 + 1 }
  }
}

/// A tree as it was loaded, with what there is to remark on it.
struct Remarked {
  var loaded: Loaded
  var tree: Tree
  var remarks: [Remark]

  /// Nil where the tree is refused, which `report` explains.
  init?(path: String, _ lint: Lint = Lint(), today: CivilDate = Fixture.today) {
    loaded = Loader().load(path: path)
    guard let tree = loaded.tree else { return nil }
    self.tree = tree
    remarks = lint.remarks(on: tree, today: today)
  }

  var codes: [Remark.Code] { remarks.map(\.code) }

  /// The remarks as they could be shown.
  var report: String {
    remarks.map { remark in
      let words = remark.words(in: tree.grammar)
      return "warning[\(remark.code.rawValue)]: \(words.message)\n  = \(words.cure)\n"
    }.joined()
  }
}
