import Triage
import Understanding

extension Conversation {
  /// Whole lines that begin like this one: answers first, then commands.
  public func completions(for prefix: String) -> [String] {
    let start = prefix.lowercased()
    return (answersToOffer + commandsToOffer).filter { $0.lowercased().hasPrefix(start) }
  }

  private var answersToOffer: [String] {
    switch confirming {
    case .whichToChange, .twofold: return []
    case .some: return [text(.yes), text(.no)]
    case nil: break
    }
    guard let asked = question else { return [] }
    switch grammar.questions[asked].kind {
    case .yesNo: return [text(.yes), text(.no), text(.notSure)]
    case .choice(let choices): return choices.map(\.label) + [text(.notSure)]
    case .choices(let choices): return choices.map(\.label) + [text(.nothing), text(.notSure)]
    case .number, .duration: return [text(.notSure)]
    }
  }

  private var commandsToOffer: [String] {
    commandNames + session.answers.map { text(.changeOne, [.name: grammar.questions[$0.question].name]) }
  }

  /// What the help says can be typed, but for what would need a number.
  private var commandNames: [String] {
    ([.helpHint] + Phrase.helpLines).flatMap { phrases($0).spans }.filter { $0.role == .typed }.map(\.text)
      .filter { !$0.contains(where: \.isNumber) }
  }
}
