import TreeFile

extension Coverage {
  /// A table by kind, and the lines of the tree that were never taken. No path breaks a line.
  public var text: String {
    let rows =
      [["", "covered", "of", ""]] + shares.map { Self.row($0.kind.label, $0.share) } + [Self.row("total", total)]
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let table = rows.map { row in
      let cells = zip(row, widths).dropFirst().map { "  " + padding($0, to: $1) + $0 }
      return "  " + row[0] + padding(row[0], to: widths[0]) + cells.joined()
    }
    return name + "\n\n" + table.map { $0.withoutSpacesAtEnd + "\n" }.joined() + gapsText
  }

  private var name: String { Message.harmless("coverage of \(tree), \(path)") }

  private static func row(_ name: String, _ share: Share) -> [String] {
    [name, "\(share.covered)", "\(share.of)", share.percentText]
  }

  private var gapsText: String {
    var text = ""
    var file: String?
    let gaps = gaps
    let width = gaps.map(\.linesText.count).max() ?? 0
    for gap in gaps {
      if gap.file != file { text += "\nnever taken in \(Message.harmless(gap.file))\n" }
      file = gap.file
      let lines = [gap.linesText] + Array(repeating: "", count: gap.lacks.count - 1)
      for (line, lack) in zip(lines, gap.lacks) { text += "  \(line)\(padding(line, to: width))  \(lack)\n" }
    }
    return text
  }

  /// That less of the tree is covered than was asked for; nil where it is enough.
  public func shortfall(below percent: Int) -> String? {
    guard total.isBelow(percent: percent) else { return nil }
    return "\(name), is \(total.percentText), less than the \(percent) % asked for\n"
  }
}

extension Coverage.Share {
  /// In tenths of a percent, rounded down, so that 100 is all.
  var tenths: Int { of == 0 ? 1000 : covered * 1000 / of }

  var percentText: String { "\(tenths / 10).\(tenths % 10) %" }
}

extension Coverage.Kind {
  fileprivate var label: String { self == .unsure ? "not sure" : rawValue }
}

extension Coverage.Gap {
  fileprivate var linesText: String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
  }
}

private func padding(_ text: String, to width: Int) -> String { String(repeating: " ", count: width - text.count) }

extension String {
  fileprivate var withoutSpacesAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
