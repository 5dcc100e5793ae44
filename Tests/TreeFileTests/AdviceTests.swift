import Foundation
import Testing

@testable import TreeFile

/// What is said of mistakes that people make who know other languages, or who have just begun: `Advice/NAME.yaml` with
/// what it brings, `Advice/NAME.txt`.
///
/// What is said is re-recorded with `RECORD=1 swift test --filter AdviceTests`.
struct Advice: CustomTestStringConvertible {
  var name: String

  var testDescription: String { name }

  static let folder = testFolder + "Advice/"

  static var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  static let all = ((try? names) ?? []).filter { $0.hasSuffix(".yaml") }.map { Advice(name: String($0.dropLast(5))) }

  var path: String { Self.folder + name + ".txt" }

  /// What is said, the path to this folder left off.
  var report: String {
    Loader().load(path: Self.folder + name + ".yaml").report.replacingOccurrences(of: Self.folder, with: "")
  }
}

@Suite struct AdviceTests {
  @Test(arguments: Advice.all)
  func `people are told what to write instead`(_ advice: Advice) throws {
    let report = advice.report
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try report.write(toFile: advice.path, atomically: true, encoding: .utf8)
    }
    #expect(report == String(decoding: FileManager.default.contents(atPath: advice.path) ?? Data(), as: UTF8.self))
    #expect(!report.isEmpty)
  }

  @Test func `every file has its words, and there are some`() throws {
    let names = try Advice.names
    #expect(!Advice.all.isEmpty)
    #expect(names == Advice.all.flatMap { [$0.name + ".txt", $0.name + ".yaml"] }.sorted())
  }

  @Test(arguments: [
    ("wks", "weeks"), ("Weeks", "weeks"), ("WEEK", "weeks"), ("d", "days"), ("hrs", "hours"), ("min", "minutes"),
    ("mths", "months"), ("yr", "years"), ("weks", "weeks"), ("m", nil), ("fortnights", nil), ("secs", nil),
  ])
  func `a unit that is shortened or misspelt is known for what was meant`(_ written: String, _ meant: String?) {
    let text = String(
      decoding: FileManager.default.contents(atPath: Advice.folder + "units-of-a-range.yaml") ?? Data(), as: UTF8.self)
    let loaded = Loader().load(text.replacing("8 Weeks", with: "8 \(written)"), named: "fruit.yaml")
    #expect(loaded.diagnostics.map(\.code) == [.unknownUnit])
    guard case .unknownUnit(let unit, let nearest, _)? = loaded.diagnostics.first?.mistake else { return }
    #expect(unit == written)
    #expect(nearest == meant)
  }
}
