import Triage
import Understanding

/// Lines read as answers to what is no question of the tree.
extension Conversation {
  /// What lines are heard with.
  var spoken: Language { language ?? .english }

  /// What a line says to a mere yes or no, about nothing in particular.
  func yesOrNo(_ line: String, at now: Moment) -> Understood { reading(of: line, as: .yesNo, at: now) }

  /// Whether a line is a yes or a no; nil where it is neither.
  func saysYes(_ line: String, at now: Moment) -> Bool? {
    guard case .answer(let reading) = yesOrNo(line, at: now), case .value(.yesNo(let isYes)) = reading.answer else {
      return nil
    }
    return isYes
  }

  /// What a line picks from a list, by its number or in words.
  func pick(_ line: String, among choices: [Choice], at now: Moment) -> Understood {
    reading(of: line, as: .choice(choices), at: now)
  }

  /// The place of the one that a line picks from a list; nil where it picks none.
  func place(_ line: String, among choices: [Choice], at now: Moment) -> Int? {
    guard case .answer(let reading) = pick(line, among: choices, at: now),
      case .value(.choice(let place)) = reading.answer
    else { return nil }
    return place
  }

  func reading(of line: String, as kind: Question.Kind, at now: Moment) -> Understood {
    understand(line, as: Question(name: "", kind: kind, ask: ""), now: now, in: spoken)
  }
}
