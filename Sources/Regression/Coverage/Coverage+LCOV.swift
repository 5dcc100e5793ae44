extension Coverage {
  /// In the format that `genhtml`, editors and code hosts read: a record for each file of the tree.
  ///
  /// A line is as often taken as the most taken point on it. Its branches are those of the tree, the sides of
  /// thresholds, and the two points of an alarm.
  public var lcov: String {
    let lines = lines
    var files: [String] = []
    for line in lines where files.last != line.file { files.append(line.file) }
    return files.map { file in record(of: file, lines.filter { $0.file == file }) }.joined()
  }

  private func record(of file: String, _ lines: [Line]) -> String {
    let branches = lines.flatMap(\.branches)
    let records =
      ["TN:\(testName)", "SF:\(file.onOneLine)"] + lines.flatMap(\.branchRecords) + [
        "BRF:\(branches.count)", "BRH:\(branches.count(where: \.isCovered))",
      ] + lines.map { "DA:\($0.number),\($0.tests)" } + [
        "LF:\(lines.count)", "LH:\(lines.count { $0.tests > 0 })", "end_of_record",
      ]
    return records.map { $0 + "\n" }.joined()
  }

  /// The format allows a test no other characters in its name.
  private var testName: String { String(tree.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) }
}

extension Coverage.Line {
  fileprivate var tests: Int { entries.map(\.tests).max() ?? 0 }

  fileprivate var branches: [Coverage.Entry] {
    entries.filter { [.branches, .thresholds, .alarms].contains($0.kind) }
  }

  /// A branch of a line that was never taken has no count.
  fileprivate var branchRecords: [String] {
    branches.enumerated().map { "BRDA:\(number),0,\($0),\(tests == 0 ? "-" : "\($1.tests)")" }
  }
}

extension String {
  /// A path with a line break in it would begin a record of its own.
  fileprivate var onOneLine: String { String(map { $0.isNewline ? "\u{FFFD}" : $0 }) }
}
