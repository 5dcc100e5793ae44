import Triage
import Understanding

extension Lint {
  /// What choices are called that is not understood as the choice, when somebody types it as it stands.
  ///
  /// A line that is what one choice is called, as a whole, is that choice before it is anything else. So a phrase fails
  /// where a second choice is called so too, where it has no words, and where it takes the number of another choice;
  /// and it divides what belongs together where it is a reply that any such question understands.
  func choiceClashes(in grammar: Grammar) -> [Remark] {
    grammar.questions.ids.flatMap { id in
      let question = grammar.questions[id]
      return clashes(in: question, of: grammar).map { found in
        let kind = Remark.Kind.hearsClash(id, choice: found.choice, phrase: found.phrase, found.clash)
        return Remark(kind, at: question.choices[found.latest].part)
      }
    }
  }

  private struct Found {
    var choice: Int
    var phrase: String
    var clash: Remark.Clash

    /// Of the choices that clash, the one that stands last in the file.
    var latest: Int {
      switch clash {
      case .choices(let others): max(choice, others.max() ?? choice)
      case .number(let other): other
      case .reply: choice
      }
    }
  }

  private func clashes(in question: Question, of grammar: Grammar) -> [Found] {
    guard !question.choices.isEmpty else { return [] }
    let owners = Self.owners(of: question.choices, grammar)
    var seen: Set<[String]> = []
    let ofPhrases = question.choices.indices.flatMap { choice in
      question.choices[choice].called.compactMap { phrase -> Found? in
        let words = plainWords(of: phrase)
        guard seen.insert(words).inserted else { return nil }
        let others = (owners[words] ?? []).filter { $0 != choice }
        if words.isEmpty || !others.isEmpty { return Found(choice: choice, phrase: phrase, clash: .choices(others)) }
        return GeneralReply(phrase, to: question).map { Found(choice: choice, phrase: phrase, clash: .reply($0)) }
      }
    }
    return ofPhrases + numberClashes(question.choices, owners)
  }

  /// The numbers in the list that name another choice.
  private func numberClashes(_ choices: [Choice], _ owners: [[String]: [Int]]) -> [Found] {
    choices.indices.compactMap { place in
      let number = String(place + 1)
      guard let named = owners[[number]]?.first(where: { $0 != place }) else { return nil }
      return Found(choice: place, phrase: number, clash: .number(of: named))
    }
  }

  /// The choices that are called so, by the words of what they are called.
  private static func owners(of choices: [Choice], _ grammar: Grammar) -> [[String]: [Int]] {
    var owners: [[String]: [Int]] = [:]
    for (position, choice) in choices.enumerated() {
      for words in Set((choice.called + [choice.name]).map(plainWords)) {
        owners[words, default: []].append(position)
      }
    }
    return owners
  }
}

extension Choice {
  /// What a patient sees that it is called, or is told that it may be called: its label, and phrases made of words alone.
  /// A pattern is for hearing; where an alarm hears more in the same words, it comes first on purpose.
  var called: [String] { [label] + plainPhrases }
}
