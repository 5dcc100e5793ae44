import Foundation
import Testing

/// `make faults` plants the faults, which takes minutes; here they only must be ones that can be planted.
@Suite struct `The list of faults to plant` {
  @Test func `has ten that are found once in the source, each with something else in its place`() throws {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    let list = try String(contentsOf: root.appendingPathComponent("Tests/Faults/faults.txt"), encoding: .utf8)
    let files = values(of: "file:", in: list)
    let rights = values(of: "right:", in: list)
    let wrongs = values(of: "wrong:", in: list)
    #expect(files.count == 10 && rights.count == 10 && wrongs.count == 10)
    for (file, (right, wrong)) in zip(files, zip(rights, wrongs)) {
      let source = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
      #expect(source.components(separatedBy: right).count == 2, "\(file): \(right)")
      #expect(right != wrong)
    }
  }

  private func values(of key: String, in list: String) -> [String] {
    list.split(separator: "\n").filter { $0.hasPrefix(key) }.map {
      $0.dropFirst(key.count).trimmingCharacters(in: .whitespaces)
    }
  }
}
