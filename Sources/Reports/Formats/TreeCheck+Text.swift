import Assurance
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
    if isVerbose, let effort { lines.append("  looked at \(effort.states) states in \(effort.searches) searches\n") }
    return "\(Message.harmless(path)): \(headline)\n" + lines.joined() + table(of: grammar)
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

  /// The most questions before each red flag.
  private func table(of grammar: Grammar) -> String {
    guard !flags.isEmpty else { return "" }
    let names = flags.map { grammar.questions[$0.question].name }
    let width = names.map(\.count).max() ?? 0
    let rows = zip(flags, names).map { flag, name in
      "    " + name + String(repeating: " ", count: width - name.count + 2) + (flag.mostBefore.map(String.init) ?? "-")
        + "\n"
    }
    return "  the most questions before each red flag\(isSurveyed ? "" : ", as far as was looked"):\n" + rows.joined()
  }
}
