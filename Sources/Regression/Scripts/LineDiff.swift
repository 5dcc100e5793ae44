import TreeFile

/// What has to be taken from one text and put into it to make another, line by line.
struct LineDiff: Equatable, Sendable {
  enum Line: Equatable, Sendable {
    case kept(String)
    case removed(String)
    case added(String)
  }

  private(set) var lines: [Line] = []

  init(from old: [String], to new: [String]) {
    var removals: Set<Int> = []
    var insertions: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var oldLine = 0
    var newLine = 0
    while oldLine < old.count || newLine < new.count {
      if removals.contains(oldLine) {
        lines.append(.removed(old[oldLine]))
        oldLine += 1
      } else if insertions.contains(newLine) {
        lines.append(.added(new[newLine]))
        newLine += 1
      } else {
        lines.append(.kept(old[oldLine]))
        oldLine += 1
        newLine += 1
      }
    }
  }
}

extension LineDiff {
  /// The changes, each with its neighbours, under the number of the line in the old text where they begin.
  ///
  /// - Parameter firstLine: the number of the old text's first line in its file.
  func text(named name: String, firstLine: Int) -> String {
    var text = ""
    var number = firstLine
    var isOpen = false
    for (position, line) in lines.enumerated() {
      let isShown = isNearChange(position)
      if isShown && !isOpen { text += "  \(Message.harmless(name)):\(number)\n" }
      isOpen = isShown
      if isShown { text += Self.drawn(line) + "\n" }
      if case .added = line { continue }
      number += 1
    }
    return text
  }

  /// How many unchanged lines are shown on either side of a change.
  private static let neighbours = 2

  private func isNearChange(_ position: Int) -> Bool {
    let near = max(0, position - Self.neighbours)...min(lines.count - 1, position + Self.neighbours)
    return lines[near].contains { if case .kept = $0 { false } else { true } }
  }

  private static func drawn(_ line: Line) -> String {
    switch line {
    case .kept(let text): text.isEmpty ? "" : "      \(text)"
    case .removed(let text): text.isEmpty ? "    -" : "    - \(text)"
    case .added(let text): text.isEmpty ? "    +" : "    + \(text)"
    }
  }
}
