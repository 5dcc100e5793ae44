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

  /// Takes a line as yes, no or not sure to one choice; or as the answer to the whole question after all.
  mutating func hearSingly(_ line: String, _ understood: Understood, at now: Moment) -> Reply {
    if case .answer(let reply) = understand(line, as: .yesOrNo, now: now, in: language ?? .english) {
      return takeSingly(reply.answer, at: now)
    }
    // A number would be that of a list which is not shown any more.
    if case .answer(let reading) = understood, reading.answer != .unsure, reading.rule != .listNumber {
      return take(understood, at: now)
    }
    return takeSingly(nil, at: now)
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
    singly.place += 1
    if singly.misunderstood == Self.mostUnclear {
      for place in singly.place..<max(singly.place, question.choices.count) { singly.unclear |= 1 << UInt32(place) }
      singly.place = question.choices.count
    }
    tries.singly = singly
    guard singly.place >= question.choices.count else {
      return Reply(says: (reply == nil ? [say(.trouble, .singleUnclear)] : []) + questionWords)
    }
    return endSingly(singly, asked, at: now)
  }

  /// So many lines in a row that say nothing end it.
  private static let mostUnclear = 2

  private mutating func found(_ place: Int, _ asked: QuestionID, at now: Moment) -> Reply {
    let reading = Reading(.value(.choice(place)), by: .yesNo)
    return enter(reading.answer, to: asked, echo: [echo(reading, of: asked, at: now)], at: now)
  }

  /// What could not be understood counts as picked where anything was, so that no doubt makes the answer less worrying;
  /// and where nothing was, the whole is "not sure", if that is what was said.
  private mutating func endSingly(_ singly: Singly, _ asked: QuestionID, at now: Moment) -> Reply {
    guard grammar.questions[asked].picksSeveral, singly.picked != 0 || singly.unclear == 0 else {
      tries.singly = nil
      return singly.isUnsure ? take(.answer(Reading(.unsure, by: .notSure)), at: now) : giveUp(on: asked, at: now)
    }
    let reading = Reading(.value(.choices(singly.picked | singly.unclear)), by: .yesNo)
    let careful = singly.unclear == 0 ? [] : [say(.notice, .unclearCounts)]
    return enter(reading.answer, to: asked, echo: careful + [echo(reading, of: asked, at: now)], at: now)
  }
}
