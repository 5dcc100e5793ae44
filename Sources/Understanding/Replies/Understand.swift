import Triage

/// Reads a line as the answer to a question.
///
/// Deterministic, and total: every line has a result, however long and whatever it holds. `now` is the patient's date
/// and time, for "since Tuesday".
public func understand(
  _ text: String, as question: Question, now: Moment, in language: Language = .english
) -> Understood {
  understand(text, as: question, by: ChoiceReader(question.choices, in: language), now: now, in: language)
}

/// The same with the question's choices made ready; a question of another type has none.
func understand(
  _ text: String, as question: Question, by reader: ChoiceReader, now: Moment, in language: Language
) -> Understood {
  guard text.utf8.count <= 4 * Line.mostCharacters, text.count <= Line.mostCharacters else {
    return .unrecognised(.tooLong)
  }
  if question.picksSeveral, isDash(text) { return .answer(GeneralReply.nothing.reading(of: question)) }
  let line = Line(text, in: language)
  guard !line.words.isEmpty else { return .unrecognised(text.allSatisfy(\.isWhitespace) ? .empty : .noSense) }
  if let answer = exactChoice(line, among: reader, several: question.picksSeveral) { return answer }
  if let reply = GeneralReply(line, to: question.kind) { return .answer(reply.reading(of: question)) }
  return switch question.kind {
  case .yesNo: readYesNo(line, for: question)
  case .choice where line.tokens.contains(.sign(.minus)), .choices where line.tokens.contains(.sign(.minus)):
    .unrecognised(.noSense)
  case .choice: reader.readOne(line)
  case .choices: reader.readSeveral(line)
  case .number where hasLettersInNumber(text, in: language): .unrecognised(.noSense)
  case .number(let range): readNumber(line, in: range, of: question).orDoubt(of: line)
  case .duration(let range): readDuration(line, in: range, of: question, now: now).orDoubt(of: line)
  }
}

extension Understood {
  /// The same, or not sure where a line that says no size begins with not knowing.
  fileprivate func orDoubt(of line: Line) -> Understood {
    guard case .unrecognised(let difficulty) = self, difficulty == .noSense || difficulty == .vague else { return self }
    return line.opensWithDoubt ? .answer(Reading(.unsure, by: .notSure)) : self
  }
}

/// Whether a line is a mere dash, as people draw it on a form where there is nothing to write.
private func isDash(_ text: String) -> Bool {
  let dashes = text.filter { !$0.isWhitespace }
  return !dashes.isEmpty && dashes.allSatisfy { "-‐‑–—".contains($0) }
}

/// A label that happens to read like "not sure" or "none" is still that label.
private func exactChoice(_ line: Line, among reader: ChoiceReader, several: Bool) -> Understood? {
  let words = line.words
  let found = reader.choices.indices.filter { reader.phrases[$0].contains(words) }
  guard let only = found.first, found.count == 1 else { return nil }
  return .answer(Reading(.value(several ? .choices(1 << UInt32(only)) : .choice(only)), by: .label))
}

extension Question {
  /// What there is to choose from; nothing where the question is of another type.
  public var choices: [Choice] {
    switch kind {
    case .choice(let choices), .choices(let choices): choices
    case .yesNo, .number, .duration: []
    }
  }

  /// Whether any number of choices can be picked at once.
  public var picksSeveral: Bool { if case .choices = kind { true } else { false } }
}
