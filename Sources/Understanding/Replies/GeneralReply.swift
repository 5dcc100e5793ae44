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
    let isOneThought = !line.aligned.contains("")
    let isNotSure =
      isOneThought
      && language.peeled(words).contains { words in
        [.notSure, .decline, .skip].contains { language[$0].contains(words) }
      }
      || language[.decline].contains(language.withoutHarmless(line.words(before: .pause)))
      || Self.isNothingButDoubt(line)
    guard let reply = isNotSure ? .notSure : Self.pick(line, kind) else { return nil }
    self = reply
  }

  /// "Couldn't tell you, love, I've no idea", "could be, hard to tell".
  private static func isNothingButDoubt(_ line: Line) -> Bool {
    let language = line.language
    let clauses = line.aligned.split(separator: "").map { language.withoutHarmless(Array($0)) }
    guard clauses.count > 1 else { return false }
    func isOne(_ clause: [String], of headings: [Heading]) -> Bool {
      language.peeled(clause).contains { words in headings.contains { language[$0].contains(words) } }
    }
    return clauses.contains { isOne($0, of: [.notSure, .decline, .skip]) }
      && clauses.allSatisfy {
        isOne($0, of: [.notSure, .decline, .skip, .perhaps]) || language[.harmless].covers($0)
      }
  }

  private static func pick(_ line: Line, _ kind: Question.Kind) -> GeneralReply? {
    guard case .choices(let choices) = kind else { return nil }
    let (words, language) = (line.words, line.language)
    if language[.noneOfList].contains(words) || language[.plainNo].contains(words) { return .nothing }
    if !line.namesPlace, language.peeled(words).contains(where: language[.noneOfList].contains) { return .nothing }
    if saysNone(line, of: choices) { return .nothing }
    let isEverything =
      language[.allOfList].contains(words) || choices.count == 2 && language[.bothOfList].contains(words)
    return isEverything ? .everything : nil
  }

  /// Whether a line says that there is none of the list, and then, after a pause, something that has nothing to do with
  /// it: no number, and nothing that takes it back. A bare "no" may be the beginning of anything.
  private static func saysNone(_ line: Line, of choices: [Choice]) -> Bool {
    let language = line.language
    let first = line.words(before: .pause)
    guard first.count < line.words.count, language[.noneOfList].contains(first),
      !(first.count == 1 && language[.plainNo].contains(first[0]))
    else { return false }
    guard !line.namesPlace, !line.takesBack else { return false }
    let rest = line.words.dropFirst(first.count)
    let titles = Set(choices.flatMap { Line.words(of: $0.label, in: language) })
    return !rest.contains { word in
      language[.part].contains(word)
        || titles.contains(word) && !language[.passing].contains(word)
          && !language[.filler].contains(word)
    }
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

extension Line {
  /// Whether it begins with not knowing, and then says what is not known, or why: "no idea how long", "I can't tell, I
  /// never looked".
  var opensWithDoubt: Bool {
    let clauses = aligned.split(separator: "").map(Array.init)
    guard let first = clauses.first(where: { !language[.harmless].covers($0) }) else { return false }
    return language.isDoubt(first)
  }

  /// Whether it holds a number, which may be one of the list.
  fileprivate var namesPlace: Bool { words.contains { Int($0).map { $0 > 0 } ?? (language.numbers[$0] ?? 0 > 0) } }

  /// Whether something in it takes back what was said before.
  fileprivate var takesBack: Bool {
    words.indices.contains { language[.correction].longest(in: words, at: $0).map { $0.count > 1 } ?? false }
  }
}

extension Language {
  /// Whether words say that somebody does not know, alone or with what it is.
  fileprivate func isDoubt(_ words: [String]) -> Bool {
    let bare = words.filter { !self[.harmless].contains($0) || self[.pronoun].contains($0) }
    if [words, withoutHarmless(words), bare].contains(where: self[.notSure].contains) { return true }
    guard let doubt = self[.notSure].longest(in: bare, at: 0) else { return false }
    return self[.notKnown].longest(in: bare, at: doubt.count) != nil
  }
}
