import Triage
import Understanding

extension Conversation {
  mutating func change(_ words: String, at now: Moment) -> Reply {
    let answered = session.answers.map(\.question)
    guard !answered.isEmpty else { return Reply(says: [say(.notice, .nothingAnswered)] + questionWords) }
    if case .alarm = purpose { return Reply(says: [say(.notice, .alarmFirst)] + questionWords) }
    if endedByAlarm != nil { return Reply(says: [say(.notice, .alarmStands)] + whatNow) }
    if let reply = change(to: words, among: answered, at: now) { return reply }
    if let asked = find(words, among: answered, at: now) { return change(asked) }
    confirming = .whichToChange
    return Reply(says: questionWords)
  }

  /// Changes an answer to what the words say it is to become; nil where they say no such thing, or it is not understood.
  private mutating func change(to words: String, among answered: [QuestionID], at now: Moment) -> Reply? {
    for (name, answer) in Command.changes(in: words, spoken) {
      guard let asked = find(name, among: answered, at: now) else { continue }
      let heard = heard(in: answer, asked: asked, at: now)
      if heard.command != nil { continue }
      if case .unrecognised = heard.answer { continue }
      _ = change(asked)
      defer { taken = .toChange(asked) }
      return self.answer(answer, heard, to: asked, at: now)
    }
    return nil
  }

  private mutating func change(_ asked: QuestionID) -> Reply {
    guard let before = session.answer(to: asked) else { return Reply() }
    purpose = .change(asked)
    tries = Tries()
    return Reply(says: [say(.notice, .changing, [.answer: wording(of: before, to: asked)])] + questionWords)
  }

  /// Takes a line as one of the answers that were listed. A number is never the answer to the question that waits, since
  /// that is not what stands on the screen.
  mutating func hearWhichToChange(_ line: String, at now: Moment) -> Reply {
    if let asked = find(line, among: session.answers.map(\.question), at: now) {
      confirming = nil
      taken = .toChange(asked)
      return change(asked)
    }
    if saysYes(line, at: now) == false {
      taken = .confirmation(yesOrNo(line, at: now))
      return undone(.whichToChange)
    }
    return .saying(say(.trouble, .didNotUnderstand), hint(.hintWhichToChange))
  }

  /// The question that is meant, by its place in the summary, its name, or its words.
  private func find(_ words: String, among questions: [QuestionID], at now: Moment) -> QuestionID? {
    let names = questions.map { Choice(name: grammar.questions[$0].name, label: name(of: $0)) }
    return place(words, among: names, at: now).map { questions[$0] }
  }

  /// Asks whether an answer is to be changed, before anything is.
  mutating func propose(_ asked: QuestionID, _ answer: Answer, echo: [Say]) -> Reply {
    guard let before = session.answer(to: asked) else { return Reply() }
    guard before != answer else {
      purpose = .next
      tries = Tries()
      return Reply(says: echo + [say(.notice, .sameAnswer)] + questionWords)
    }
    confirming = .change(asked, answer)
    return Reply(says: echo + questionWords)
  }

  mutating func revise(_ asked: QuestionID, to answer: Answer, at now: Moment) -> Reply {
    submit(.revise(asked, answer), answering: [asked], echo: [say(.notice, .changed)], at: now)
  }

  // MARK: What it would change

  /// What a change would do, and whether to do it.
  func proposalWords(_ asked: QuestionID, _ answer: Answer) -> [Say] {
    guard let before = session.answer(to: asked) else { return [] }
    let (old, new) = (wording(of: before, to: asked), wording(of: answer, to: asked))
    let really = grammar.questions[asked].isLower(answer, than: before)
    let question: Say =
      really
      ? say(.question, .confirmLowering, [.old: old, .new: new], isApart: true)
      : say(.question, .confirmChange, [.old: old, .new: new], isApart: true)
    return previewWords(asked, answer) + [question]
  }

  /// What would follow, by really doing it to a copy.
  private func previewWords(_ asked: QuestionID, _ answer: Answer) -> [Say] {
    guard let after = try? Session(tree, replaying: session.events + [.revise(asked, answer)]) else { return [] }
    let others = session.answers.map(\.question).filter { $0 != asked }
    let kept = others.filter { after.answer(to: $0) != nil }
    let result = resultWords(of: after)
    guard kept.count < others.count else {
      return [say(.paragraph, .changeKeeps, count: Int64(kept.count))] + result
    }
    if kept.isEmpty { return [say(.paragraph, .changeDropsAll, count: Int64(others.count))] + result }
    let words = [Phrase.Slot.kept: kept, .dropped: others.filter { !kept.contains($0) }].mapValues {
      phrases.text(.answersCounted, count: Int64($0.count))
    }
    return [say(.paragraph, .changeDrops, words)] + result
  }

  private func resultWords(of after: Session) -> [Say] {
    switch (session.position, after.position) {
    case (.asking, .asking): [say(.paragraph, .changeStillOpen)]
    case (.asking, .ended(let ending)):
      [say(.paragraph, .changeEnds, [.outcome: title(of: grammar.outcomes[ending.outcome])])]
    case (.ended, .asking): [say(.paragraph, .changeAsksMore)]
    case (.ended(let old), .ended(let new)):
      [
        old.outcome == new.outcome
          ? say(.paragraph, .changeLeavesResult)
          : say(.paragraph, .changeResult, [.outcome: title(of: grammar.outcomes[new.outcome])])
      ]
    }
  }
}
