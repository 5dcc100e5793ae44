import Triage

extension Conversation {
  /// About how many questions are left.
  var progressWords: Say {
    guard let count = session.questionsLeft else { return say(.paragraph, .nothingLeft) }
    return say(.paragraph, .questionsLeft, count: Int64(count))
  }
}

extension Session {
  /// How many questions are asked from here on, the one that stands included, of patients who have nothing worrying to
  /// tell: what is usual among a few who are made up. It is no promise. Nil where nothing is asked.
  var questionsLeft: Int? {
    guard case .asking = position else { return nil }
    let counts = (0..<Self.madeUp).map(questionsLeft).sorted()
    return counts[counts.count / 2]
  }

  private static let madeUp = 5

  private func questionsLeft(ofPatient number: Int) -> Int {
    var (session, count) = (self, 0)
    while case .asking(let question) = session.position, count <= tree.grammar.questions.count {
      let answers = tree.grammar.questions[question].usualAnswers
      let answer = answers[(number + question.position) % answers.count]
      guard (try? session.submit(.answer(question, .value(answer)))) != nil else { break }
      count += 1
    }
    return count
  }
}

extension Question {
  /// Answers that are not out of the ordinary: the least worrying to a red flag.
  fileprivate var usualAnswers: [Value] {
    let all = someAnswers
    guard redFlag != nil, let least = all.compactMap({ worry(of: .value($0)) }).min() else { return all }
    return all.filter { worry(of: .value($0)) == least }
  }

  private var someAnswers: [Value] {
    switch kind {
    case .yesNo: [.no, .yes]
    case .choice(let choices): choices.indices.map { .choice($0) }
    case .choices: [.choices(0)]
    case .number(let range): [.number(range.low), .number(range.middle), .number(range.high)]
    case .duration(let range):
      ([range.lowerBound, range.upperBound] + [1, 7, 60, 365].map(Minutes.days)).filter(range.contains)
        .map { .duration($0) }
    }
  }
}

extension NumberRange {
  /// The point of the grid that lies halfway, or the one below it.
  fileprivate var middle: Number {
    let steps = (high.millionths - low.millionths) / step.millionths
    return Number(millionths: low.millionths + steps / 2 * step.millionths)
  }
}
