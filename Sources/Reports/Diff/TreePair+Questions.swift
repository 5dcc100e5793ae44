import Assurance
import TreeFile
import Triage

/// What differs between the questions of two versions, and between their alarms.
extension TreePair {
  /// - Parameter incomparable: questions of the new version whose answers cannot be compared with those before.
  func questionChanges(incomparable: Set<QuestionID>) -> [QuestionChange] {
    let counterparts = new.questions.map { question in
      old.questions.firstIndex { $0.name == question.name || $0.name == question.was }
    }
    let known = Set(counterparts.compactMap(\.self))
    let removed = old.questions.indices.filter { !known.contains($0) }
      .map { QuestionChange(name: old.questions[$0].name, kind: .removed) }
    let others = zip(new.questions.ids, counterparts).compactMap { id, counterpart -> QuestionChange? in
      let question = new.questions[id]
      guard let counterpart else { return QuestionChange(name: question.name, kind: .added) }
      let (before, aspects) = (old.questions[counterpart], aspects(old.questions[counterpart], question))
      guard !aspects.isEmpty else { return nil }
      var change = QuestionChange(name: question.name, kind: .changed(aspects))
      change.isIncomparable = incomparable.contains(id)
      change.noLongerTaken = answers(onlyTo: before.kind, notTo: question.kind) {
        $1.name == $0.name || $1.was == $0.name
      }
      change.newlyTaken = answers(onlyTo: question.kind, notTo: before.kind) { $0.name == $1.name || $0.was == $1.name }
      return change
    }
    return removed + others
  }

  private func aspects(_ before: Question, _ after: Question) -> [QuestionChange.Aspect] {
    let (one, other) = (texts(of: before, in: old), texts(of: after, in: new))
    let own = QuestionChange.Key.allCases.filter { one[$0] != other[$0] }
      .map { QuestionChange.Aspect(aspect: $0, old: one[$0], new: other[$0]) }
    return own + [heard(before.hears, after.hears)].compactMap(\.self) + labels(before, after)
  }

  /// What is heard, where that differs.
  private func heard(_ before: [String], _ after: [String]) -> QuestionChange.Aspect? {
    guard old.writtenOut(before) != new.writtenOut(after) else { return nil }
    return QuestionChange.Aspect(aspect: .hears, old: old.listed(before), new: new.listed(after))
  }

  private func texts(of question: Question, in grammar: Grammar) -> [QuestionChange.Key: String] {
    var texts: [QuestionChange.Key: String] = [.name: question.name, .ask: question.wording.ask]
    (texts[.plainer], texts[.why], texts[.sign], texts[.forOther]) = (
      question.wording.plainer, question.wording.why, question.wording.sign, question.wording.forOther
    )
    texts[.type] = question.kind.word
    texts[.choices] = question.kind.choices.map(listed)
    texts[.range] = question.kind.rangeText
    texts[.unsure] = question.unsure.map { $0.text(question.kind) }
    texts[.unasked] = question.unasked.map { $0.text(question.kind) }
    texts[.applies] = question.applies.map { grammar.text($0) }
    texts[.redFlag] = question.redFlag.map { $0.text(question.kind) }
    return texts
  }

  /// The names of the choices, and what each is worth where that is said.
  private func listed(_ choices: [Choice]) -> String {
    choices.map { $0.name + ($0.value.map { " (\($0.text))" } ?? "") }.joined(separator: ", ")
  }

  private func labels(_ before: Question, _ after: Question) -> [QuestionChange.Aspect] {
    guard let ones = before.kind.choices, let others = after.kind.choices else { return [] }
    return others.flatMap { choice -> [QuestionChange.Aspect] in
      guard let one = ones.first(where: { $0.name == choice.name || $0.name == choice.was }) else { return [] }
      var found: [QuestionChange.Aspect] = []
      if one.label != choice.label { found.append(.init(aspect: .label, old: one.label, new: choice.label)) }
      if let aspect = heard(one.hears, choice.hears) { found.append(aspect) }
      return found
    }
  }

  // MARK: Alarms

  var alarmChanges: [AlarmChange] {
    let removed = old.alarms.filter { one in !new.alarms.contains { $0.name == one.name } }
      .map { AlarmChange(name: $0.name, kind: .removed) }
    return removed
      + new.alarms.compactMap { alarm in
        guard let before = old.alarms.first(where: { $0.name == alarm.name }) else {
          return AlarmChange(name: alarm.name, kind: .added)
        }
        return change(before, alarm)
      }
  }

  private func change(_ before: Alarm, _ after: Alarm) -> AlarmChange? {
    let (heard, hears) = (old.writtenOut(before.hears), new.writtenOut(after.hears))
    let move = outcomeMove(from: before.end, to: after.end)
    let end = isSame(before.end, after.end) && move.direction == .same ? nil : move
    let isAskedOtherwise =
      before.asks.map { old.questions[$0.question].name } != after.asks.map { oldName(of: $0.question) }
      || before.condition.map { old.text($0) } != after.condition.map { new.text($0) }
    if heard == hears, end == nil, !isAskedOtherwise { return nil }
    return AlarmChange(
      name: after.name,
      kind: .changed(
        noLongerHeard: heard.subtracting(hears).sorted(), newlyHeard: hears.subtracting(heard).sorted(),
        end: end, isAskedOtherwise: isAskedOtherwise))
  }

  /// The name that a question of the new version had in the old; its own where the old had none of either name.
  private func oldName(of id: QuestionID) -> String {
    let question = new.questions[id]
    return old.questions.contains { $0.name == question.name } ? question.name : question.was ?? question.name
  }
}

extension Question.Kind {
  var choices: [Choice]? {
    switch self {
    case .choice(let choices), .choices(let choices): choices
    case .yesNo, .number, .duration: nil
    }
  }

  fileprivate var word: String {
    switch self {
    case .yesNo: "yes-no"
    case .choice: "choice"
    case .choices: "choices"
    case .number: "number"
    case .duration: "duration"
    }
  }

  fileprivate var rangeText: String? {
    switch self {
    case .number(let range):
      "\(range.low.text) to \(range.high.text)" + (range.step == Number(1) ? "" : " step \(range.step.text)")
    case .duration(let range): "\(range.lowerBound.text) to \(range.upperBound.text)"
    case .yesNo, .choice, .choices: nil
    }
  }
}

extension Question.Unsure {
  fileprivate func text(_ kind: Question.Kind) -> String {
    switch self {
    case .askAgain: "ask again"
    case .counts(let literal): literal.text(kind)
    case .own: "own"
    }
  }
}

extension Question.RedFlag {
  fileprivate func text(_ kind: Question.Kind) -> String {
    switch self {
    case .rising: return "rising"
    case .falling: return "falling"
    case .worrying(let literals, _): return "[" + literals.map { $0.text(kind) }.joined(separator: ", ") + "]"
    case .ranked(let ranks, _):
      let ties = ranks.map { tie in
        let names = tie.map { rank in
          switch rank {
          case .value(let literal): literal.text(kind)
          case .unsure: "unsure"
          }
        }
        return names.count == 1 ? names[0] : "[" + names.joined(separator: ", ") + "]"
      }
      return "[" + ties.joined(separator: ", ") + "]"
    }
  }
}
