import Foundation
import Testing

@testable import Reports

/// What is said of each fixture is re-recorded with `RECORD=1 swift test --filter ReportsTests`.
@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `the smallest tree in breach of a rule breaks it and no other`(_ fixture: Fixture) {
    let check = fixture.check
    #expect(check.loaded.diagnostics.isEmpty, "\(check.loaded.report)")
    #expect(Set(check.findings.map(\.rule)) == [fixture.rule], "\(check.said)")
  }

  @Test(arguments: Fixture.all)
  func `people are told what they were last seen to be told`(_ fixture: Fixture) throws {
    let said = fixture.check.said
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try said.write(toFile: fixture.reportPath, atomically: true, encoding: .utf8)
    }
    #expect(said == fixture.report)
  }

  @Test func `no fixture stands without a rule`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: testFolder + "Fixtures")
    #expect(names.sorted() == Fixture.all.flatMap { ["\($0.rule.name).txt", "\($0.rule.name).yaml"] }.sorted())
  }

  @Test(arguments: Fixture.all)
  func `what can harm somebody fails, and what is only a mistake warns`(_ fixture: Fixture) {
    let isMistake =
      fixture.rule.name.hasPrefix("un") || [.hiddenBranch, .stuckBeforeRedFlag].contains(fixture.rule)
    let check = fixture.check
    #expect(check.findings.allSatisfy { $0.severity == (isMistake ? .warning : .error) })
    #expect(check.exitStatus(isStrict: false) == (isMistake ? 0 : 1))
    #expect(check.exitStatus(isStrict: true) == 1)
  }
}
