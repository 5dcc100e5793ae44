import Triage
import Understanding

extension Lint {
  /// Phrases of alarms that stand in a line that is nothing out of the ordinary.
  func alarmsByAnswer(in tree: Tree) -> [Remark] {
    let listener = Listener(tree)
    let groups = choices(in: tree.grammar).map { [$0] } + [common(in: tree.grammar)]
    return groups.flatMap { group in
      var heard: Set<AlarmPhrase> = []
      return group.flatMap { said in
        said.lines.flatMap { line in
          listener.alarmPhrases(in: line, asked: said.asked).filter { heard.insert($0).inserted }.map { phrase in
            Remark(.alarmByAnswer(phrase, line: line, said.kind), at: tree.grammar.alarms[phrase.alarm].part)
          }
        }
      }
    }
  }

  /// Lines that patients type, and why that is nothing out of the ordinary.
  private struct Ordinary {
    var kind: Remark.Ordinary
    /// The question that the lines answer, if any.
    var asked: QuestionID?
    var lines: [String]
  }

  private func choices(in grammar: Grammar) -> [Ordinary] {
    grammar.questions.ids.flatMap { id in
      grammar.questions[id].choices.enumerated().map {
        Ordinary(kind: .choice(id, $0), asked: id, lines: $1.called)
      }
    }
  }

  /// What can be typed in any tree with questions of these types.
  private func common(in grammar: Grammar) -> [Ordinary] {
    var seen: Set<String> = []
    let replies = oneOfEachType(in: grammar).map { id in
      let lines = grammar.questions[id].commonReplies() + sizes(among: grammar, answering: grammar.questions[id])
      return Ordinary(kind: .reply(id), asked: id, lines: lines.filter { seen.insert($0).inserted })
    }
    return replies + [Ordinary(kind: .command, lines: Command.lines())]
  }

  /// For each type a question that has it, of those with choices the one that has most.
  private func oneOfEachType(in grammar: Grammar) -> [QuestionID] {
    let types = Dictionary(grouping: grammar.questions.ids) { grammar.questions[$0].kind.type }
    return types.sorted { $0.key < $1.key }.compactMap { _, questions in
      questions.max { grammar.questions[$0].choices.count < grammar.questions[$1].choices.count }
    }
  }

  /// Alarms' phrases of a single word that answer how much or how long: the numbers that ``Question/commonReplies`` has
  /// not.
  private func sizes(among grammar: Grammar, answering question: Question) -> [String] {
    switch question.kind {
    case .yesNo, .choice, .choices: return []
    case .number, .duration: break
    }
    return grammar.alarms.flatMap(\.hears).flatMap(grammar.spoken).filter { phrase in
      guard plainWords(of: phrase).count == 1 else { return false }
      return switch understand(phrase, as: question, now: anyTime) {
      case .answer, .interval: true
      case .ambiguous, .unrecognised: false
      }
    }
  }
}

/// No size in a single word but a day's name depends on when it is said, and that it does so is all that counts here.
private let anyTime = Moment(date: CivilDate(dayNumber: 0))

extension Question.Kind {
  /// The same for all questions of a type.
  fileprivate var type: Int {
    switch self {
    case .yesNo: 0
    case .choice: 1
    case .choices: 2
    case .number: 3
    case .duration: 4
    }
  }
}
