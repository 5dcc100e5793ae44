import Assurance
import TreeFile
import Triage

extension TreeCheck {
  /// The findings, each drawn at its place, and what was proven, for people. Where the tree could not be loaded, why.
  public func text(isVerbose: Bool) -> String {
    guard let grammar = loaded.tree?.grammar else { return loaded.report }
    let drawn = findings.map { message(for: $0).rendered(in: loaded.map.sources) }
    return (drawn + [summary(of: grammar, isVerbose: isVerbose)]).joined(separator: "\n")
  }

  /// A finding as a message that can be drawn.
  private func message(for finding: Finding) -> Message {
    var message = Message(
      finding.severity, code: finding.rule.name, finding.message, at: loaded.map.span(of: finding.part))
    if let example = finding.example {
      message.remarks.append(([example.title] + example.lines.map { "  " + $0 }).joined(separator: "\n"))
    }
    message.remarks.append(finding.cure)
    return message
  }

  // MARK: What was proven

  private func summary(of grammar: Grammar, isVerbose: Bool) -> String {
    var lines = counts(in: grammar).map { "  \($0)\n" }
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

  /// What was looked for, and how often it is so, a line for each kind of claim.
  private func counts(in grammar: Grammar) -> [String] {
    let kinds = Dictionary(grouping: proofs, by: \.subject.kind)
    return ClaimWords.all.compactMap { words in
      guard let all = kinds[words.kind] else { return nil }
      let excused = all.count { $0.isExcused(in: grammar) }
      return words.line(all.count { $0.isHolding }, of: all.count, excused: excused)
    }
  }
}

/// A kind of claim in the summary.
private struct ClaimWords {
  var kind: String
  /// What it is about, one and several.
  var nouns: (one: String, several: String)
  var claim: String

  init(_ kind: String, _ one: String, _ several: String, _ claim: String) {
    (self.kind, nouns, self.claim) = (kind, (one, several), claim)
  }

  func line(_ count: Int, of all: Int, excused: Int) -> String {
    (count == all ? "" : "\(count) of ") + "\(all) \(all == 1 ? nouns.one : nouns.several): \(claim)"
      + (excused == 0 ? "" : "; \(excused) \(excused == 1 ? "says" : "say") why it may")
  }

  static let all = [
    ClaimWords("guarantee", "guarantee", "guarantees", "kept for every patient"),
    ClaimWords("monotone", "red flag", "red flags", "a more worrying answer never leads to a lower level"),
    ClaimWords(
      "asked-before-offering", "red flag", "red flags", "asked, where it applies, before anything is offered"),
    ClaimWords("stuck-after-red-flags", "question", "questions", "nobody is stuck at it before the red flags"),
    ClaimWords("doubt", "other question", "other questions", "\"not sure\" never leads to a lower level"),
    ClaimWords("keeps-a-stretch", "outcome", "outcomes", "leaves everybody one of its stretches"),
    ClaimWords("section-reached", "section", "sections", "somebody comes there"),
    ClaimWords("branch-taken", "branch", "branches", "somebody takes it"),
    ClaimWords("outcome-reached", "outcome", "outcomes", "somebody ends there"),
    ClaimWords("stretch-offered", "stretch", "stretches", "offered to somebody"),
  ]
}

extension Proof {
  fileprivate var isHolding: Bool { if case .holds = verdict { true } else { false } }

  /// Whether it is broken, and the tree says why it may be.
  fileprivate func isExcused(in grammar: Grammar) -> Bool {
    guard case .broken = verdict, case .doubt(let question) = subject else { return false }
    return grammar.questions[question].unsureBecause != nil
  }
}
