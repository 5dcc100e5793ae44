import Foundation
import Testing

/// `make tree-faults` plants the faults and has them judged; here they only must be ones that can be planted.
@Suite struct `The list of faults to plant in the default tree` {
  @Test func `has thirty, each with a name of its own`() throws {
    let names = try faults().map { $0["fault"] }
    #expect(names.count == 30 && Set(names).count == 30 && !names.contains(nil))
  }

  @Test func `names what is found once in its file, and something else to put in its place`() throws {
    for fault in try faults() {
      let name = try #require(fault["fault"])
      let file = try #require(fault["file"], "\(name)")
      let right = try #require(fault["right"], "\(name)")
      let wrong = try #require(fault["wrong"], "\(name)")
      let tree = try text(of: "DecisionTrees/\(file)")
      #expect(!right.isEmpty && right != wrong, "\(name)")
      #expect(tree.components(separatedBy: right).count == 2, "\(name): \(right)")
    }
  }

  /// A value stands behind its key, or in the lines below it, each behind a bar; a blank line ends a fault.
  private func faults() throws -> [[Substring: String]] {
    try text(of: "Tests/TreeFaults/faults.txt").components(separatedBy: "\n\n").compactMap { block in
      var fault: [Substring: String] = [:]
      var key: Substring = ""
      for line in block.split(separator: "\n") where !line.hasPrefix("#") {
        if line.hasPrefix("|") {
          let above = fault[key].map { $0.isEmpty ? "" : $0 + "\n" } ?? ""
          fault[key] = above + line.dropFirst()
        } else {
          key = line.prefix { $0 != ":" }
          fault[key] = line.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
        }
      }
      return fault.isEmpty ? nil : fault
    }
  }

  private func text(of file: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    return try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
  }
}
