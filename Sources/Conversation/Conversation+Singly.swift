import Triage
import Understanding

/// The choices of a question asked one after another, where an answer to the whole could not be understood.
struct Singly: Equatable, Sendable {
  /// The position of the choice that is being asked about.
  var place = 0
  /// One bit each, as in ``Value/choices(_:)``.
  var picked: UInt32 = 0
  var unclear: UInt32 = 0
  /// Whether "not sure" was said to any of them.
  var isUnsure = false
  /// Whether any of them was answered.
  var isAnswered = false
  /// How many of the last lines said neither yes, no nor not sure.
  var misunderstood = 0
}

extension Conversation {
  /// Asks about each choice by itself, where there are choices and it matters: for a red flag, or where there is no going
  /// on without an answer. Nil elsewhere.
  mutating func askSingly(_ asked: QuestionID) -> Reply? {
    let question = grammar.questions[asked]
    guard tries.singly == nil, !question.choices.isEmpty, question.redFlag != nil || question.asksAgain else {
      return nil
    }
    tries.singly = Singly()
    return Reply(says: [say(.notice, .askSingly)] + questionWords)
  }

  /// The choice that is asked about.
  func singleWords(_ singly: Singly, of asked: QuestionID) -> [Say] {
    let label = grammar.questions[asked].choices[singly.place].label
    return [say(.question, .singleQuestion, [.choice: label], isApart: true), hint(.hintYesNo)]
  }

  /// Takes a line as yes, no or not sure to one choice; or as the answer to the whole question after all. Nil where it is
  /// neither.
  mutating func hearSingly(_ line: String, _ understood: Understood, at now: Moment) -> Reply? {
    guard tries.singly != nil else { return nil }
    let reply = yesOrNo(line, at: now)
    if case .answer(let reading) = reply {
      taken = .confirmation(reply)
      return takeSingly(reading.answer, at: now)
    }
    // A number would be that of a list which is not shown any more.
    guard case .answer(let reading) = understood, reading.answer != .unsure, reading.rule != .listNumber else {
      return nil
    }
    return take(understood, at: now)
  }

  /// - Parameter reply: nil where it was not understood.
  mutating func takeSingly(_ reply: Answer?, at now: Moment) -> Reply {
    guard var singly = tries.singly, let asked = question else { return Reply() }
    let question = grammar.questions[asked]
    let bit: UInt32 = 1 << UInt32(singly.place)
    singly.misunderstood = reply == nil ? singly.misunderstood + 1 : 0
    switch reply {
    case .value(.yes):
      if !question.picksSeveral { return found(singly.place, asked, at: now) }
      singly.picked |= bit
    case .value(.no): break
    default: singly.unclear |= bit
    }
    singly.isUnsure = singly.isUnsure || reply == .unsure
    singly.isAnswered = singly.isAnswered || reply != nil
    singly.place += 1
    if singly.misunderstood == Self.mostUnclear, !singly.isAnswered {
      for place in singly.place..<max(singly.place, question.choices.count) { singly.unclear |= 1 << UInt32(place) }
      singly.place = question.choices.count
    }
    tries.singly = singly
    guard singly.place >= question.choices.count else {
      return Reply(says: (reply == nil ? [say(.trouble, .singleUnclear)] : []) + questionWords)
    }
    return endSingly(singly, asked, at: now)
  }

  /// So many lines in a row that say nothing end it, where none of it has been answered.
  private static let mostUnclear = 2

  private mutating func found(_ place: Int, _ asked: QuestionID, at now: Moment) -> Reply {
    let reading = Reading(.value(.choice(place)), by: .yesNo)
    return enter(reading.answer, to: asked, echo: [echo(reading, of: asked, at: now)], at: now)
  }

  /// What was denied stays denied. What could not be understood counts as picked where anything was, or where "not sure"
  /// would be what was denied, so that no doubt makes the answer less worrying; and else the whole is "not sure".
  private mutating func endSingly(_ singly: Singly, _ asked: QuestionID, at now: Moment) -> Reply {
    tries.singly = nil
    let question = grammar.questions[asked]
    let isKnown = singly.picked != 0 || singly.unclear == 0
    guard question.picksSeveral, isKnown || !singly.isOpen(question.unsure) else {
      return singly.isUnsure ? take(.answer(Reading(.unsure, by: .notSure)), at: now) : giveUp(on: asked, at: now)
    }
    let reading = Reading(.value(.choices(singly.picked | singly.unclear)), by: .yesNo)
    if !isKnown, !singly.isUnsure, isTooMuch(toGuess: reading.answer, to: asked) { return refer() }
    let careful = singly.unclear == 0 ? [] : [say(.notice, .unclearCounts)]
    return enter(reading.answer, to: asked, echo: careful + [echo(reading, of: asked, at: now)], at: now)
  }
}

extension Singly {
  /// Whether all that "not sure" counts as was left open.
  fileprivate func isOpen(_ unsure: Question.Unsure?) -> Bool {
    guard case .counts(let literal) = unsure, case .choices(let places) = literal.value else { return true }
    return places & ~unclear == 0
  }
}
