extension Coverage {
  /// A line of a file, with all that is counted there.
  struct Line {
    var file: String
    var number: Int
    var entries: [Entry]
  }

  /// The lines on which anything is counted, in order.
  var lines: [Line] {
    var lines: [Line] = []
    for entry in entries {
      if lines.last?.file != entry.file || lines.last?.number != entry.line {
        lines.append(Line(file: entry.file, number: entry.line, entries: []))
      }
      lines[lines.count - 1].entries.append(entry)
    }
    return lines
  }

  /// Lines of a file that stand together, on each of which something was never taken.
  public struct Gap: Equatable, Sendable {
    public var file: String
    public var lines: ClosedRange<Int>
    public var lacks: [String]
  }

  /// How far the next line may be: a branch with a `because` takes so many.
  private static let reach = 3

  /// What was never taken, in order.
  public var gaps: [Gap] {
    var gaps: [Gap] = []
    var isOpen = false
    for line in lines {
      let lacks = line.lacks
      defer { isOpen = !lacks.isEmpty }
      if lacks.isEmpty { continue }
      if isOpen, let last = gaps.last, last.file == line.file, line.number - last.lines.upperBound <= Self.reach {
        gaps[gaps.count - 1].lines = last.lines.lowerBound...line.number
        gaps[gaps.count - 1].lacks += lacks
      } else {
        gaps.append(Gap(file: line.file, lines: line.number...line.number, lacks: lacks))
      }
    }
    return gaps
  }
}

extension Coverage.Line {
  /// What there is to say of it. Of a comparison with no side covered it is said once.
  fileprivate var lacks: [String] {
    var lacks: [String] = []
    var last: Coverage.Entry?
    for entry in entries where !entry.isCovered {
      if entry.side == false, last?.side == true, last?.what == entry.what {
        lacks[lacks.count - 1] = "\(entry.what) was never true nor false"
      } else {
        lacks.append(entry.lack)
      }
      last = entry
    }
    return lacks
  }
}
