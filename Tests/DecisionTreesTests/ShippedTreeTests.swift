import Regression
import SignOff
import TestSupport
import Testing
import TreeFile
import Triage

@testable import backtalk

@Suite struct ShippedTreeTests {
  @Test(arguments: ShippedTrees.trees)
  func `a shipped tree loads without a word of complaint`(path: String) {
    let loaded = Loader().load(path: path)
    #expect(loaded.report == "")
    #expect(loaded.tree != nil)
  }

  @Test func `every script and every case of the shipped trees passes`() {
    var suite = Suite(lookElsewhere: WhyNotAnswer.find)
    let report = suite.run([ShippedTrees.tests])
    #expect(report.exitStatus == 0, "\(report.text)")
    #expect(report.files.count { $0.path.hasSuffix(".chat") } >= 12)
    #expect(report.passed >= 12 + 60)
  }

  @Test(arguments: ShippedTrees.trees)
  func `a seal says of every tree that these files were proven by this program`(path: String) throws {
    let version = try Run([builtProgram("backtalk"), "--version", path]).output.split(separator: "\n").first
    let engine = String(try #require(version).dropFirst("backtalk ".count))
    let seal = try #require(try Seal.read(beside: path))
    let sources = Loader().load(path: path).map.sources
    #expect(seal.matches(sources, engine: engine), "changed since it was sealed: run scripts/seal, or make seal")
    #expect(seal.verdict == Seal.proven)
  }

  @Test(arguments: zip(ShippedTrees.trees, ShippedTrees.cases))
  func `some case expects each outcome that somebody comes to`(tree: String, paths: [String]) throws {
    let grammar = try #require(Loader().load(path: tree).tree).grammar
    let cases = paths.map { Loader().loadCases(path: $0) }
    #expect(cases.allSatisfy { $0.loaded.tree != nil })
    let expected = Set(cases.flatMap(\.cases.all).compactMap(\.expectation.outcome))
    let isStuck = grammar.questions.contains(where: \.asksAgain)
    let outcomes = grammar.outcomes.ids.filter { isStuck || $0 != grammar.stuck }
    #expect(outcomes.filter { !expected.contains($0) }.map { grammar.outcomes[$0].name } == [])
  }

  @Test(arguments: ShippedTrees.cases.flatMap(\.self))
  func `every case rests on a source`(path: String) {
    let cases = Loader().loadCases(path: path).cases.all
    #expect(cases.filter(\.sources.isEmpty).map(\.name) == [])
  }

  /// Written without sight of the tree: what is right of them was not made to fit it.
  @Test func `every patient in their own words is told what the sources imply`() {
    var suite = Suite(lookElsewhere: WhyNotAnswer.find)
    let report = suite.run([ShippedTrees.vignettes])
    #expect(report.exitStatus == 0, "\(report.text)")
    #expect(report.passed >= 80)
  }

  @Test(arguments: ShippedTrees.trees)
  func `every outcome and every stretch says where it comes from`(path: String) throws {
    let grammar = try #require(Loader().load(path: path).tree).grammar
    #expect(grammar.outcomes.filter(\.sources.isEmpty).map(\.name) == [])
    #expect(grammar.stretches.filter(\.sources.isEmpty).map(\.name) == [])
  }

  @Test(arguments: ShippedTrees.trees)
  func `every red flag can be asked in plainer words, of somebody else, and read as a sign`(path: String) throws {
    let grammar = try #require(Loader().load(path: path).tree).grammar
    let flags = grammar.questions.filter { $0.redFlag != nil }
    let bare = flags.filter { flag in
      let wording = flag.wording
      return wording.plainer == nil || wording.forOther == nil || wording.sign == nil || wording.why == nil
        || flag.sources.isEmpty
    }
    #expect(bare.map(\.name) == [])
  }
}
