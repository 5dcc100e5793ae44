import Foundation
import Testing

@testable import TreeFile

/// A file under `Rejected/` named after the code that it yields, or a folder where one file is not enough.
struct Fixture: CustomTestStringConvertible {
  var code: Code

  var testDescription: String { code.rawValue }

  private var path: String {
    let base = testFolder + "Rejected/" + code.rawValue
    return FileManager.default.fileExists(atPath: base + ".yaml") ? base + ".yaml" : "\(base)/\(code.rawValue).yaml"
  }

  /// The tree's own file first.
  var files: [(name: String, text: String)] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let isAlone = folder.lastPathComponent == "Rejected"
    let all = isAlone ? [] : (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let others = all.filter { $0.hasSuffix(".yaml") && $0 != code.rawValue + ".yaml" }.sorted()
    return ([code.rawValue + ".yaml"] + others).map { name in
      (name, String(decoding: FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data(), as: UTF8.self))
    }
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Some files would have to be very large; they are read with a smaller limit.
  var limits: Limits {
    switch code {
    case .tooLarge: Limits(bytes: 64)
    case .tooManyFiles: Limits(uses: 1)
    default: Limits()
    }
  }

  var loaded: Loaded { Loader(limits: limits).load(path: path) }

  /// The diagnostics as they are shown, the path to this folder left off.
  var report: String {
    loaded.report.replacingOccurrences(of: URL(fileURLWithPath: path).deletingLastPathComponent().path + "/", with: "")
  }

  static let all = Code.allCases.map { Fixture(code: $0) }
}

@Suite struct RejectedTests {
  @Test(arguments: Fixture.all)
  func `the smallest file for a code yields it and no other`(_ fixture: Fixture) {
    #expect(fixture.exists)
    #expect(fixture.loaded.diagnostics.map(\.code) == [fixture.code], "\(fixture.report)")
    #expect(fixture.loaded.tree == nil)
  }

  @Test(arguments: Fixture.all)
  func `every code has words of its own and a cure`(_ fixture: Fixture) {
    for diagnostic in fixture.loaded.diagnostics {
      #expect(diagnostic.message != diagnostic.code.rawValue)
      #expect(!diagnostic.cure.isEmpty)
    }
  }

  @Test func `no fixture stands without a code`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: testFolder + "Rejected")
    let codes = Set(Code.allCases.map(\.rawValue))
    #expect(names.filter { !codes.contains($0.replacingOccurrences(of: ".yaml", with: "")) } == [])
  }
}
