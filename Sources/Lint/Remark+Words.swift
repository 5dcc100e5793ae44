import Triage
import Understanding

extension Remark {
  /// A remark in words.
  public struct Words: Equatable, Sendable {
    /// What it is about, and what is the matter.
    public var message: String
    /// What to do.
    public var cure: String

    init(_ message: String, cure: String) {
      self.message = message
      self.cure = cure
    }
  }

  /// - Parameter grammar: the one that was remarked on.
  public func words(in grammar: Grammar) -> Words {
    switch kind {
    case .hardText(let passage, let prose, let grade, let highest):
      .init(
        "\(passage.name(in: grammar)) reads at grade \(grade), and the highest should be \(highest): \(prose.reasons)",
        cure:
          "write shorter sentences and shorter words; a long word that patients know can stand under \"known_words:\", with the reason"
      )
    case .hardTree(let median, let highest):
      .init(
        "half of the texts read at grade \(median) or above, and the middle one should be at \(highest) or below",
        cure:
          "shorten sentences and words throughout, beginning with the texts that most patients see; long words that "
          + "patients know can stand under \"known_words:\", each with the reason")
    case .noSources(let count):
      .init(
        "the tree has no sources, and \(count) of its red flags, outcomes and stretches should name one",
        cure: "list what it rests on under \"sources:\", and name it with \"source:\" in each of them")
    case .noSource(let claim):
      .init("\(claim.name(in: grammar)) names no source", cure: "add \"source:\" with what it rests on")
    case .reviewMissing:
      .init(
        "the tree does not say when somebody has to look at it again",
        cure: "add \"review_due:\" under \"about:\", with a day such as 2027-11-01")
    case .reviewOverdue(let due):
      .init(
        "the tree was to be reviewed by \(due.written), and that day has passed",
        cure: "compare it with its sources as they are now, then write the day of the next review")
    case .hearsClash(let question, let choice, let phrase, let clash):
      clash.words(phrase, of: choice, of: grammar.questions[question])
    case .alarmByAnswer(let phrase, let line, let ordinary): words(phrase, in: line, ordinary, grammar)
    }
  }

  private func words(_ phrase: AlarmPhrase, in line: String, _ ordinary: Ordinary, _ grammar: Grammar) -> Words {
    let alarm = grammar.alarms[phrase.alarm]
    return .init(
      "the alarm \"\(alarm.name)\" hears \"\(alarm.hears[phrase.position])\", and so it sounds when a patient types "
        + "\"\(line)\", \(ordinary.name(in: grammar))",
      cure: ordinary.cure)
  }
}

// MARK: Reading

extension Prose {
  /// What makes it hard to read.
  fileprivate var reasons: String {
    let sentence = "its longest sentence has \(longestSentence) words"
    let words = longWords.sorted { $0.syllables > $1.syllables }.prefix(Self.mostNamed).map { "\"\($0.word)\"" }
    return words.isEmpty ? sentence : sentence + ", and its longest words are \(words.joined(separator: ", "))"
  }

  private static let mostNamed = 3
}

extension Passage {
  fileprivate func name(in grammar: Grammar) -> String {
    switch place {
    case .audience: "\"for\" of the tree"
    case .question(let id, let text): "\"\(text.rawValue)\" of \"\(grammar.questions[id].name)\""
    case .label(let id, let choice):
      "the label of \"\(grammar.questions[id].choices[choice].name)\" of \"\(grammar.questions[id].name)\""
    case .means(let id): "\"means\" of \"\(grammar.facts[id].name)\""
    case .say(let id): "what is said here in \"\(grammar.sections[id].name)\""
    case .because(let id): "\"because\" here in \"\(grammar.sections[id].name)\""
    case .stretch(let id, let text): "\"\(text.rawValue)\" of \"\(grammar.stretches[id].name)\""
    case .stretchingRule: "this rule of stretching"
    case .outcome(let id): "what \"\(grammar.outcomes[id].name)\" says"
    case .outcomeForOther(let id): "what \"\(grammar.outcomes[id].name)\" says to somebody who answers for another"
    }
  }
}

// MARK: Sources and review

extension Remark.Claim {
  fileprivate func name(in grammar: Grammar) -> String {
    switch self {
    case .redFlag(let id): "the red flag \"\(grammar.questions[id].name)\""
    case .outcome(let id): "the outcome \"\(grammar.outcomes[id].name)\""
    case .stretch(let id): "the stretch \"\(grammar.stretches[id].name)\""
    case .stretchingRule: "this rule of stretching"
    }
  }
}

extension CivilDate {
  /// As trees write it.
  fileprivate var written: String {
    let (year, month, day) = parts
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

// MARK: What is heard

extension Remark.Clash {
  fileprivate func words(_ phrase: String, of choice: Int, of question: Question) -> Remark.Words {
    let names = question.choices.map { "\"\($0.name)\"" }
    let own = names[choice]
    switch self {
    case .choices([]):
      return .init(
        "\"\(phrase)\" is never understood as \(own) of \"\(question.name)\"",
        cure: "write it in words, as people type them")
    case .choices(let others):
      let all = ([choice] + others).sorted().map { names[$0] }.joined(separator: " and ")
      return .init(
        "in \"\(question.name)\", \"\(phrase)\" stands for \(all), so whoever types it is asked which is meant",
        cure: "leave it with one of them, or say in each what sets it apart")
    case .number(let other):
      return .init(
        "in \"\(question.name)\", \"\(phrase)\" is the number of \(own) in the list and the name of \(names[other]), so "
          + "whoever types the number picks the wrong one",
        cure: "put words into the name, or order the choices so that the two agree")
    case .reply(let reply):
      return .init(
        "in \"\(question.name)\", \"\(phrase)\" names \(own), while \(reply.words)",
        cure: reply == .notSure
          ? "leave it out, and say with \"unsure:\" what it counts as" : "leave it out: it is understood without it")
    }
  }
}

extension GeneralReply {
  fileprivate var words: String {
    switch self {
    case .notSure: "other ways to say \"not sure\" do what \"unsure:\" says"
    case .nothing: "other ways to say \"none\" pick nothing at all"
    case .everything: "other ways to say \"all\" pick everything"
    }
  }
}

extension Remark.Ordinary {
  fileprivate func name(in grammar: Grammar) -> String {
    switch self {
    case .choice(let id, let choice):
      "which picks \"\(grammar.questions[id].choices[choice].name)\" of \"\(grammar.questions[id].name)\""
    case .reply(let id): "which answers questions such as \"\(grammar.questions[id].name)\""
    case .command: "which is a command of the chat"
    }
  }

  fileprivate var cure: String {
    switch self {
    case .choice: "if that is not meant, lengthen the phrase, or call the choice something else"
    case .reply, .command: "lengthen the phrase, so that only somebody who means it says it"
    }
  }
}
