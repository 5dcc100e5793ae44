import Assurance
import SignOff
import TreeFile
import Triage

extension TreeCheck {
  /// The findings, each drawn at its place, and what was proven, for people. Where the tree could not be loaded, why.
  public func text(isVerbose: Bool) -> String {
    guard let grammar = loaded.tree?.grammar else { return loaded.report }
    let drawn = findings.map { $0.message(in: loaded.map).rendered(in: loaded.map.sources) }
    return (drawn + [summary(of: grammar, isVerbose: isVerbose)]).joined(separator: "\n")
  }

  // MARK: What was proven

  private func summary(of grammar: Grammar, isVerbose: Bool) -> String {
    var lines = tallies.map { "  \($0.words)\n" }
    if let reading {
      lines.append(
        "  half of its texts read at grade \(reading.median) or below, and the hardest at \(reading.highest)\n")
    }
    if let asked, let lowest = grammar.levels.first {
      lines.append(
        "  \(asked.median) questions at the median and \(asked.most) at most, over \(asked.patients) cases that end at "
          + "\(lowest.name)\n")
    }
    if isVerbose, let effort { lines.append("  looked at \(effort.states) states in \(effort.searches) searches\n") }
    return "\(Message.harmless(path)): \(headline)\n" + lines.joined() + table(of: grammar) + signatures
  }

  private var headline: String {
    let counts = [(errors.count, "error"), (warnings.count, "warning")].filter { $0.0 > 0 }
      .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    let words =
      switch verdict {
      case .proven: "proven"
      case .broken: "broken"
      case .notProven: "not proven"
      }
    return ([words] + counts).joined(separator: ", ")
  }

  /// Who has signed which part; where nobody has, that alone.
  private var signatures: String {
    guard let signOff else { return "" }
    let rows =
      signOff.parts.map { ($0.part.text, $0.account) } + signOff.gone.map { ($0.part.text, $0.accountOfGone) }
    let isAnySigned = rows.count > signOff.parts.count || signOff.parts.contains { $0.standing != .unsigned }
    let signed = signOff.parts.count { $0.standing == .signed }
    return
      "  \(signed == 0 ? "none" : "\(signed)") of its \(signOff.parts.count) parts signed\(isAnySigned ? ":" : "")\n"
      + (isAnySigned ? Self.columns(rows) : "")
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, words in
      "    " + name + String(repeating: " ", count: width - name.count + 2) + words + "\n"
    }.joined()
  }

  /// The most questions before each red flag.
  private func table(of grammar: Grammar) -> String {
    guard !flags.isEmpty else { return "" }
    let rows = flags.map { (grammar.questions[$0.question].name, $0.mostBefore.map(String.init) ?? "-") }
    return "  the most questions before each red flag\(isSurveyed ? "" : ", as far as was looked"):\n"
      + Self.columns(rows)
  }
}
