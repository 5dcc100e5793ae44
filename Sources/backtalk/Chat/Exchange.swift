import Conversation
import Record
import TreeFile
import Triage
import Understanding

/// One line that was typed, and the chat before and after it.
struct Exchange {
  var before: Conversation
  var after: Conversation
  var line: String
  /// When, as the record has it.
  var time: String
  /// What is kept for the provider.
  var note: String?
}

extension Exchange {
  /// The exchange as a record tells it.
  ///
  /// - Parameters:
  ///   - salt: gives other bytes each time.
  ///   - place: where a part of the tree was written.
  func turn(salt: () -> [UInt8], place: (PartID) -> String?) -> Turn {
    let (grammar, old, new) = (before.session.tree.grammar, before.session.events, after.session.events)
    let kept = zip(old, new).prefix { $0 == $1 }.count
    return Turn(
      asked: before.question.map { grammar.questions[$0].name },
      typed: PrivateText(line, salt: salt()),
      understood: Record.Understood(after.taken, in: grammar),
      note: note.map { PrivateText($0, salt: salt()) },
      undone: old.count - kept,
      events: new[kept...].map { WrittenEvent($0, in: grammar) },
      took: BranchTaken.taken(by: after.session, after: before.session, place: place),
      open: Record.Open(after.open, in: grammar))
  }
}

extension Record.Understood {
  fileprivate init(_ heard: Taken, in grammar: Grammar) {
    switch heard {
    case .alarms(let alarms): self.init(.alarm, alarms.map { grammar.alarms[$0].name })
    case .command(let command): self.init(.command, [command.name])
    case .toChange(let question): self.init(.command, [Command.change("").name, grammar.questions[question].name])
    case .confirmation(.answer(let reading)):
      self.init(.confirmation, [reading.answer.asReply], rule: reading.rule.rawValue)
    case .confirmation: self.init(.unrecognised)
    case .correction(let given): self.init(.correction, given.map { grammar.text($0) })
    case .answer(let understood, let question): self.init(understood, to: question, in: grammar)
    case .nothing: self.init(.unrecognised)
    }
  }

  private init(_ understood: Understanding.Understood, to question: QuestionID, in grammar: Grammar) {
    func text(_ value: Value) -> String { grammar.text(.value(value), to: question) }
    switch understood {
    case .answer(let reading):
      self.init(.answer, [grammar.text(reading.answer, to: question)], rule: reading.rule.rawValue)
    case .interval(let interval):
      self.init(.interval, [text(interval.low), text(interval.high)], rule: interval.rule.rawValue)
    case .ambiguous(let values): self.init(.ambiguous, values.map(text))
    case .unrecognised: self.init(.unrecognised)
    }
  }
}

extension Answer {
  /// Yes, no, or unsure.
  fileprivate var asReply: String {
    switch self {
    case .unsure: "unsure"
    case .value(let value): value.text(.yesNo)
    }
  }
}

extension Command {
  /// As the help has it. What follows it on the line is not said: it is the patient's own words.
  fileprivate var name: String {
    switch self {
    case .help: "help"
    case .why: "why"
    case .whyNot: "why not"
    case .options: "options"
    case .repeat: "repeat"
    case .plainer: "plainer"
    case .back: "back"
    case .change: "change"
    case .summary: "summary"
    case .progress: "progress"
    case .note: "note"
    case .person: "person"
    case .identity: "identity"
    case .greeting: "greeting"
    case .clarify: "clarify"
    case .decline: "decline"
    case .skip: "skip"
    case .print: "print"
    case .saveRecord: "save record"
    case .restart: "restart"
    case .quit: "quit"
    }
  }
}

// MARK: - What was begun and not ended

extension Record.Open {
  fileprivate init(_ open: Conversation.Open, in grammar: Grammar) {
    self.init(
      changing: open.changing.map { grammar.questions[$0].name },
      alarms: open.alarms.map { sounding in
        Alarm(grammar.alarms[sounding.alarm].name, given: sounding.given.map { WrittenAnswer($0, in: grammar) })
      },
      held: open.held.map { WrittenEvent($0, in: grammar) }, start: open.start,
      waiting: open.waiting.map { WrittenAnswer($0, in: grammar) }, notes: open.notes.count)
  }
}

extension Conversation.Open {
  /// - Parameter notes: those that stand, in words.
  /// - Throws: a name that the tree does not have.
  init(_ open: Record.Open, notes: [String], in grammar: Grammar) throws(Unknown) {
    self.init()
    changing = try open.changing.map { name throws(Unknown) in try grammar.question(name) }
    for alarm in open.alarms {
      alarms.append(
        Conversation.Sounding(alarm: try grammar.alarm(alarm.name), given: try alarm.given.given(in: grammar)))
    }
    held = try open.held.events(in: grammar)
    start = max(0, open.start)
    waiting = try open.waiting.given(in: grammar)
    self.notes = notes
  }
}
