import Triage

/// What is promised of single questions.
extension BruteForce {
  /// Whether a more worrying answer, with all else equal, never leads to a lower level, nor outside, nor past an alarm
  /// that the other answer would have met.
  public func monotone(_ question: QuestionID) -> Verdict {
    let heard = grammar.alarms.ids.filter { grammar.alarms[$0].asks.contains { $0.question == question } }
    let isWorse = existsPair(question, of: { grammar.questions[question].isMoreWorrying($1, than: $0) }) {
      first, second in
      let isAnythingAsked = !way(of: first).asked.isEmpty
      let misses = isAnythingAsked && heard.contains { isMet[$0.position][first] && !isMet[$0.position][second] }
      return heights[second] < heights[first] || misses && heights[second] < grammar.levels.count - 1
    }
    return verdict(isBroken: isWorse)
  }

  /// Whether "not sure" never leads to a lower level, nor outside, where a definite answer would not.
  public func doubt(_ question: QuestionID) -> Verdict {
    let isLower = existsPair(question, of: { $0 != .unsure && $1 == .unsure }) { heights[$1] < heights[$0] }
    return verdict(isBroken: isLower)
  }

  /// Whether nobody is offered a stretch, by decision, who was not asked this and to whom it applies.
  public func askedBeforeOffering(_ question: QuestionID) -> Verdict {
    verdict(
      isBroken: patients.all.contains { patient in
        let way = way(of: patient)
        return !way.offered.isEmpty && applies[question.position][patient] && !way.asked.contains(question)
      })
  }

  /// The red flags that somebody who comes to a question was not asked before it, though they apply.
  public func flagsLeftOut(before question: QuestionID) -> [QuestionID] {
    grammar.questions.ids.filter { flag in
      grammar.questions[flag].redFlag != nil
        && patients.all.contains { patient in
          let asked = way(of: patient).asked
          guard applies[flag.position][patient], let place = asked.firstIndex(of: question) else { return false }
          return !asked[..<place].contains(flag)
        }
    }
  }

  /// Whether there are two patients alike but for their answers to a question, which are such a pair.
  private func existsPair(
    _ question: QuestionID, of isPair: (Answer, Answer) -> Bool, _ isWanted: (Int, Int) -> Bool
  ) -> Bool {
    let answers = patients.answers[question]
    return answers.contains { first in
      let givers = patients.giving([question: first])
      return answers.indices.contains { place in
        isPair(first, answers[place])
          && givers.contains { isWanted($0, patients.moved($0, to: place, at: question)) }
      }
    }
  }
}

extension Question {
  /// Whether an answer to a red flag is more worrying than another.
  ///
  /// Of what was picked of `choices`, more is more worrying only where all that counts is still picked and the rest is
  /// the same: the format says "each more". "Not sure" of its own stands between none and two of them.
  func isMoreWorrying(_ answer: Answer, than other: Answer) -> Bool {
    guard case .choices(let choices) = kind else { return worry(answer) > worry(other) }
    guard let counts = picked(answer), let before = picked(other) else { return worry(answer) > worry(other) }
    switch redFlag {
    case .falling: return counts.isStrictSubset(of: before)
    case .worrying(let literals, _):
      let worrying = Set(
        choices.indices.filter { choice in literals.contains { $0.value == .choice(choice) } })
      return counts.intersection(worrying).isStrictSuperset(of: before.intersection(worrying))
        && counts.subtracting(worrying) == before.subtracting(worrying)
    default: return false
    }
  }

  /// What an answer counts as having picked; nil for "not sure" of its own.
  private func picked(_ answer: Answer) -> Set<Int>? {
    let value: Value? =
      switch (answer, unsure) {
      case (.value(let value), _): value
      case (.unsure, .counts(as: let literal)): literal.value
      default: nil
      }
    guard case .choices(let bits) = value else { return nil }
    return Set((0..<Self.mostChoices).filter { bits >> UInt32($0) & 1 == 1 })
  }
}
