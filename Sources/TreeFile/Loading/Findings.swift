import Triage
import Validation

/// Turns what the core found into diagnostics: with names and places, and without what follows from other mistakes.
struct Findings {
  let grammar: Grammar
  let reader: Reader
  let map: SourceMap

  func diagnostics(_ problems: [Problem]) -> [Diagnostic] {
    problems.filter(isOwn).map { problem in
      let place = map.span(of: problem.part) ?? Span(0..<0)
      let diagnostic = Diagnostic(.meaning(problem.kind, names: names(problem.kind) + way(of: problem)), at: place)
      let all = otherMembers(problem.kind).reduce(diagnostic) { $0.labelled(.member, $1) }
      guard let question = questions(problem.kind).first, problem.isReadElsewhere,
        let origin = map.span(of: problem.origin)
      else { return all }
      return all.labelled(.readHere(grammar.questions[question].name), origin)
    }
  }

  /// The fact or score by which a question is read that was not asked before; none where it is read in its own words.
  private func way(of problem: Problem) -> [String] {
    guard case .notAskedBefore = problem.kind, problem.isReadElsewhere, let text = map.text(of: problem.part)
    else { return [] }
    return [text]
  }

  /// Where the members of a circle are defined, but for the first, which the diagnostic points at.
  private func otherMembers(_ kind: Problem.Kind) -> [Span] {
    let parts: [PartID] =
      switch kind {
      case .circleOfNames(let members): members.dropFirst().dropLast().map(part)
      case .circleOfSections(let members): members.dropFirst().dropLast().map { grammar.sections[$0].part }
      default: []
      }
    return parts.compactMap { map.span(of: $0) }
  }

  /// Whether a problem is a mistake of its own, not the consequence of one that was told already.
  private func isOwn(_ problem: Problem) -> Bool {
    switch problem.kind {
    case .notAskedBefore where !reader.unreadSections.isEmpty: false
    case .runsOff, .mayNotDecide: !isInUnreadSection(problem)
    case .sumIsNeverUnsure, .addsPercentage, .scoreTooLarge, .scoreInexact, .percentItemBelowZero:
      !reader.hasRefusedScores && !reader.questions.contains { $0.isRefused || $0.isPartlyRefused }
    case .testWrongType, .outOfRange, .offGrid: !isRefused(problem, \.isRefused)
    default: !isRefused(problem, \.isRefused) && !isRefused(problem, \.isPartlyRefused)
    }
  }

  private func isInUnreadSection(_ problem: Problem) -> Bool {
    guard let place = map.span(of: problem.part) else { return false }
    return reader.unreadSections.contains { $0.range.contains(place.range.lowerBound) }
  }

  private func isRefused(_ problem: Problem, _ flag: KeyPath<Reader.Head, Bool>) -> Bool {
    questions(problem.kind).contains { reader.questions[$0.position][keyPath: flag] }
  }

  private func questions(_ kind: Problem.Kind) -> [QuestionID] {
    switch kind {
    case .noChoices(let id), .tooManyChoices(let id), .wrongType(let id), .outOfRange(let id), .offGrid(let id),
      .unsureUnstated(let id), .unsureAsksAgain(let id), .unsureLeastWorrying(let id), .unsureUnranked(let id),
      .orderWrongForm(let id), .orderLacks(let id, _), .orderRepeats(let id), .testWrongType(let id),
      .ownNotNamed(let id), .addsUnscored(let id), .notAskedBefore(let id), .avoidsNoYesNo(let id),
      .alarmUsesUnasked(_, let id):
      [id]
    default: []
    }
  }

  private func names(_ kind: Problem.Kind) -> [String] {
    switch kind {
    case .orderLacks(let id, let values): [grammar.questions[id].name] + values.map { name(of: $0, to: id) }
    case .sumIsNeverUnsure(let id), .addsPercentage(let id), .scoreTooLarge(let id), .scoreInexact(let id),
      .percentItemBelowZero(let id):
      [grammar.scores[id].name]
    case .testWrongType(let id): [grammar.questions[id].name, grammar.questions[id].kind.typeName]
    case .circleOfNames(let members): members.map(name)
    case .circleOfSections(let members): members.map { grammar.sections[$0].name }
    case .runsOff(let id): [grammar.sections[id].name]
    case .programmeInProgramme(let id): [grammar.programmes[id].name]
    case .alarmBelowHighest(let id, let level): [grammar.alarms[id].name, grammar.levels[level].name]
    case .alarmUsesUnasked(let alarm, let id): [grammar.alarms[alarm].name, grammar.questions[id].name]
    case .alarmWithoutQuestions(let id): [grammar.alarms[id].name]
    default: questions(kind).map { grammar.questions[$0].name }
    }
  }

  private func name(_ reference: Problem.NameReference) -> String {
    switch reference {
    case .fact(let id): grammar.facts[id].name
    case .score(let id): grammar.scores[id].name
    case .question(let id): grammar.questions[id].name
    }
  }

  private func part(_ reference: Problem.NameReference) -> PartID {
    switch reference {
    case .fact(let id): grammar.facts[id].part
    case .score(let id): grammar.scores[id].part
    case .question(let id): grammar.questions[id].part
    }
  }

  private func name(of value: Value, to question: QuestionID) -> String {
    switch (value, grammar.questions[question].kind) {
    case (.yesNo(let isYes), _): isYes ? Word.yes.text : Word.no.text
    case (.choice(let position), .choice(let choices)), (.choice(let position), .choices(let choices)):
      choices[position].name
    default: ""
    }
  }
}

extension Problem {
  /// Whether a question is read by way of a fact or a score that is named at the problem's place.
  fileprivate var isReadElsewhere: Bool { origin.mark != part.mark }
}

extension Question.Kind {
  /// The word for it behind `type:`.
  var typeName: String {
    switch self {
    case .yesNo: Word.yesNo.text
    case .choice: Word.choice.text
    case .choices: Word.choices.text
    case .number: Word.number.text
    case .duration: Word.duration.text
    }
  }
}
