import Assurance
import TreeFile
import Triage

/// Counterexamples as conversations, in the names of the tree and as a failed case shows them.
extension Findings {
  func example(_ found: Counterexample, of subject: Proof.Subject) -> Finding.Example {
    let first = Retold(tree, found)
    if let other = found.other {
      return pair(first, Retold(tree, other.conversation), besides: found.besides, subject)
    }
    if found.conversation.isEmpty, found.alarm == nil, found.ending == nil, !found.besides.isEmpty {
      return Finding.Example(
        title: "somebody of whom it is not so, whatever is asked:", lines: found.besides.map(grammar.text),
        conversations: [])
    }
    return Finding.Example(
      title: "the shortest conversation in which this happens:",
      lines: first.account.map { $0.text(place: map.place) } + ending(first, subject)
        + untold(found.besides, but: [first]),
      conversations: [first.account])
  }

  private func ending(_ retold: Retold, _ subject: Proof.Subject) -> [String] {
    [retold.level.map { "level: \($0)" }].compactMap(\.self) + (isAboutOffers(subject) ? retold.offer : [])
  }

  /// What the claim also depends on, though nobody asks it.
  private func untold(_ besides: [Event.Given], but told: [Retold]) -> [String] {
    besides.filter { given in told.allSatisfy { $0.answer(to: given.question) == nil } }
      .map { "\(grammar.text($0))  (not asked)" }
  }

  private func isAboutOffers(_ subject: Proof.Subject) -> Bool {
    switch subject {
    case .askedBeforeOffering, .keepsStretch, .offersStretch: return true
    case .guarantee(let position):
      switch grammar.guarantees[position].claim {
      case .offersNothing, .neverOffers, .asksBeforeOffering, .offersOnlyAfter: return true
      default: return false
      }
    default: return false
    }
  }

  // MARK: Two who differ

  /// Two conversations as one: what both say once, and what they do not say alike in two columns.
  private func pair(
    _ first: Retold, _ second: Retold, besides: [Event.Given], _ subject: Proof.Subject
  ) -> Finding.Example {
    let rows = Self.merged(first.answers.map(\.question), second.answers.map(\.question)).map { question in
      (said(question, by: first), said(question, by: second))
    }
    let ends = [(ended(first), ended(second)), ("level: \(first.level ?? "?")", "level: \(second.level ?? "?")")]
    return Finding.Example(
      title: "two patients who answer alike but for \(differing(subject)):",
      lines: first.opening.prefix(1).map(\.text) + Self.columns(rows + ends) + untold(besides, but: [first, second]),
      conversations: [first.account, second.account])
  }

  private func differing(_ subject: Proof.Subject) -> String {
    if case .guarantee(let position) = subject, case .neverRaised(let questions) = grammar.guarantees[position].claim {
      return questions.map { grammar.questions[$0].name }.joined(separator: ", ")
    }
    return name(of: subject)
  }

  private func said(_ question: QuestionID, by retold: Retold) -> String {
    retold.answer(to: question).map { grammar.text(Event.Given(question, $0)) } ?? "(not asked)"
  }

  private func ended(_ retold: Retold) -> String {
    if let end = retold.account.last(where: { $0.kind == .end }) { return end.text }
    return "end: \(retold.outcome.map { grammar.outcomes[$0].name } ?? "?")"
  }

  /// Two orders as one: what only the second has comes behind what it follows there.
  private static func merged(_ first: [QuestionID], _ second: [QuestionID]) -> [QuestionID] {
    var merged = first
    var next = 0
    for question in second {
      if let position = merged.firstIndex(of: question) {
        next = position + 1
      } else {
        merged.insert(question, at: next)
        next += 1
      }
    }
    return merged
  }

  private static func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.filter { $0 != $1 }.map(\.0.count).max() ?? 0
    return rows.map { left, right in
      left == right ? left : left + String(repeating: " ", count: width - left.count) + " | " + right
    }
  }
}
