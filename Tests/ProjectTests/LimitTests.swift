import Testing

@Suite struct LimitTests {
  @Test(arguments: Modules.mayImport.sorted { $0.key < $1.key })
  func `a module imports what the architecture allows it`(_ module: String, _ allowed: Set<String>) {
    let files = Project.files(in: "Sources/\(module)", named: ".swift")
    #expect(!files.isEmpty)
    for file in files {
      #expect(Set(Modules.imports(of: file)).subtracting(allowed) == [], "\(file.path)")
    }
  }

  @Test func `every module has its rule`() {
    let folders = Project.files(in: "Sources", named: ".swift").map { $0.path.split(separator: "/")[1] }
    #expect(Set(folders.map(String.init)) == Set(Modules.mayImport.keys))
  }

  @Test func `the chat starts without what makes starting slow`() {
    for file in Project.files(in: "Sources/backtalk/Chat", named: ".swift") {
      #expect(
        Set(Modules.imports(of: file)).isDisjoint(with: [
          "Foundation", "FoundationEssentials", "JSON", "ArgumentParser",
        ]), "\(file.path)")
    }
  }

  @Test(arguments: [
    ("import Foundation", "Foundation"),
    ("  @testable import Triage", "Triage"),
    ("@preconcurrency public import struct Foundation.URL", "Foundation"),
  ])
  func `an import is seen however it is written`(_ line: String, _ module: String) {
    #expect(Modules.imported(by: line) == module)
  }

  @Test func `the interpreter can be read in one sitting`() throws {
    let walk = try Modules.walk.map { try Project.file("Sources/Triage/\($0)") }
    let whole = Project.files(in: "Sources/Triage", named: ".swift")
    #expect(walk.map(Modules.linesOfCode).reduce(0, +) <= 400)
    #expect(whole.map(Modules.linesOfCode).reduce(0, +) <= 1700)
  }

  @Test func `no file names a place outside the project`() {
    let outside = [["..", "shared"], ["", "work", ""]].map { $0.joined(separator: "/") }
    for file in Project.files() {
      #expect(!outside.contains { file.text.contains($0) }, "\(file.path)")
    }
  }
}
