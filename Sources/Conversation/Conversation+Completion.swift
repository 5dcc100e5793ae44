import Triage
import Understanding

extension Conversation {
  /// Whole lines that begin like this one: answers first, then commands.
  public func completions(for prefix: String) -> [String] {
    let start = prefix.lowercased()
    return (answersToOffer + commandsToOffer).filter { $0.lowercased().hasPrefix(start) }
  }

  private var answersToOffer: [String] {
    if confirming != nil { return [Phrases.yes, Phrases.no] }
    guard let asked = question else { return [] }
    switch grammar.questions[asked].kind {
    case .yesNo: return [Phrases.yes, Phrases.no, Phrases.notSure]
    case .choice(let choices): return choices.map(\.label) + [Phrases.notSure]
    case .choices(let choices): return choices.map(\.label) + [Phrases.nothing, Phrases.notSure]
    case .number, .duration: return [Phrases.notSure]
    }
  }

  private var commandsToOffer: [String] {
    Command.names + session.answers.map { "change \(grammar.questions[$0.question].name)" }
  }
}
