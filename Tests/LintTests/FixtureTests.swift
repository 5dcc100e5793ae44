import Foundation
import Testing
import TreeFile

@testable import Lint

@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `the smallest tree for a remark brings it about and no other, at its place`(_ fixture: Fixture) throws {
    let remarked = try #require(Remarked(path: fixture.path), "\(Loader().load(path: fixture.path).report)")
    #expect(remarked.codes == [fixture.code], "\(remarked.report)")
    let part = try #require(remarked.remarks.first).part
    #expect(remarked.loaded.map.position(of: part)?.line == fixture.markedLine)
  }

  @Test(arguments: Fixture.all)
  func `doing what the remark says leaves nothing to remark`(_ fixture: Fixture) throws {
    let remarked = try #require(Remarked(path: fixture.curedPath), "\(Loader().load(path: fixture.curedPath).report)")
    #expect(remarked.report == "")
  }

  @Test func `no fixture stands without a code`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: testFolder + "Fixtures")
    let expected = Fixture.all.flatMap { [$0.path, $0.curedPath] }.map { URL(filePath: $0).lastPathComponent }
    #expect(names.sorted() == expected.sorted())
  }
}
