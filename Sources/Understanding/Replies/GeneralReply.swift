import Triage

/// What a line says to any question of a type, whatever its choices are called.
public enum GeneralReply: Hashable, Sendable {
  case notSure
  /// None of the choices; where any number can be picked.
  case nothing
  /// All of them; where any number can be picked.
  case everything

  /// What the line says as a whole.
  public init?(_ text: String, to question: Question, in language: Language = .english) {
    self.init(Line(text, in: language), to: question.kind)
  }

  init?(_ line: Line, to kind: Question.Kind) {
    let words = line.words
    let language = line.language
    let isNotSure = language.peeled(words).contains { words in
      [.notSure, .decline, .skip].contains { language[$0].contains(words) }
    }
    guard let reply = isNotSure ? .notSure : Self.pick(words, kind, language) else { return nil }
    self = reply
  }

  private static func pick(_ words: [String], _ kind: Question.Kind, _ language: Language) -> GeneralReply? {
    guard case .choices(let choices) = kind else { return nil }
    if language[.noneOfList].contains(words) { return .nothing }
    let isEverything =
      language[.allOfList].contains(words) || choices.count == 2 && language[.bothOfList].contains(words)
    return isEverything ? .everything : nil
  }

  /// The answer that it is.
  func reading(of question: Question) -> Reading {
    switch self {
    case .notSure: Reading(.unsure, by: .notSure)
    case .nothing: Reading(.value(.choices(0)), by: .nothingPicked)
    case .everything: Reading(.value(.choices((1 << UInt32(question.choices.count)) - 1)), by: .everythingPicked)
    }
  }
}
