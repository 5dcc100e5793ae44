import Triage
import Validation

@testable import Conversation

/// A language that nobody speaks: English in letters of another alphabet, and a third longer. What is said in any other
/// letters, or not heard in these, has been left behind in the program.
enum PseudoLanguage {
  static let phrases = Phrases(
    String(decoding: PackageResources.en_phrases, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(line).joined(separator: "\n"))

  static let tree = SampleTree.make { grammar in
    addPatterns(&grammar)
    grammar.accent()
  }

  /// What people say to a question beside its labels.
  static func addPatterns(_ grammar: inout Grammar) {
    grammar.questions[SampleTree.leaking.position].hears = ["leaking for #"]
  }

  private static func line(_ line: Substring) -> String {
    guard !line.hasPrefix("#"), !line.hasPrefix(" "), let colon = line.firstIndex(of: ":") else {
      return line.hasPrefix(" ") ? " " + sentence(String(line)) : String(line)
    }
    return line[...colon] + " " + sentence(String(line[line.index(after: colon)...]))
  }

  private static func sentence(_ sentence: String) -> String {
    Phrases.Piece.all(of: sentence).map { piece in
      switch piece {
      case .text(let text): text.accented
      case .slot(let name): "{\(name)}"
      case .mark: "`"
      }
    }.joined()
  }

  /// Every letter of a text that is of our alphabet.
  static func plainLetters(of text: String) -> String { text.filter { $0.isASCII && $0.isLetter } }
}

extension String {
  /// In the other alphabet. Accents would not do: they are not told apart where lines are read.
  var foreign: String { String(map { Self.alphabet[$0] ?? $0 }) }

  /// The same, and longer, where it is more than a word or two.
  var accented: String {
    let letters = filter(\.isLetter).count
    return letters > 12 ? foreign + String(repeating: "·", count: letters / 3) : foreign
  }

  /// A pattern, whose groups keep their names.
  var foreignPattern: String {
    Phrases.Piece.all(of: self).map { piece in
      switch piece {
      case .text(let text): text.foreign
      case .slot(let name): "{\(name)}"
      case .mark: "`"
      }
    }.joined()
  }

  private static let alphabet: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
      "абцдефгхийклмнопярстувшьызАБЦДЕФГХИЙКЛМНОПЯРСТУВШЬЫЗ"))
}

extension Grammar {
  fileprivate mutating func accent() {
    title = title.accented
    about.audience = "Anybody".accented
    for index in levels.indices { levels[index].name = levels[index].name.accented }
    for index in questions.indices { questions[index].accent() }
    for index in facts.indices { facts[index].means = facts[index].means?.accented }
    for index in sections.indices {
      for step in sections[index].steps.indices { sections[index].steps[step].accent() }
    }
    for index in stretches.indices { stretches[index].card.accent() }
    for index in stretchingRules.indices { stretchingRules[index].text = stretchingRules[index].text.accented }
    for index in outcomes.indices {
      outcomes[index].title = outcomes[index].title.accented
      outcomes[index].say = outcomes[index].say.accented
    }
    for index in sources.indices { sources[index].title = sources[index].title.accented }
    for index in alarms.indices { alarms[index].hears = alarms[index].hears.map(\.foreignPattern) }
    for index in providers.indices {
      providers[index].role = providers[index].role.accented
      providers[index].hours = providers[index].hours?.accented
    }
  }
}

extension Question {
  fileprivate mutating func accent() {
    hears = hears.map(\.foreignPattern)
    wording.ask = wording.ask.accented
    wording.plainer = wording.plainer?.accented
    wording.why = wording.why?.accented
    wording.sign = wording.sign?.accented
    wording.forOther = wording.forOther?.accented
    switch kind {
    case .choice(let choices): kind = .choice(choices.map(\.accented))
    case .choices(let choices): kind = .choices(choices.map(\.accented))
    case .yesNo, .number, .duration: break
    }
  }
}

extension Choice {
  fileprivate var accented: Choice {
    var choice = self
    choice.label = label.foreign
    choice.hears = hears.map(\.foreignPattern)
    return choice
  }
}

extension Step {
  fileprivate mutating func accent() {
    switch action {
    case .say(let text): action = .say(text.accented)
    case .ask(let question, let branches): action = .ask(question, then: branches.map(\.accented))
    case .decide(let branches): action = .decide(branches.map(\.accented))
    case .go: break
    }
  }
}

extension Branch {
  fileprivate var accented: Branch {
    var branch = self
    branch.because = because?.accented
    return branch
  }
}

extension Stretch.Card {
  fileprivate mutating func accent() {
    title = title.accented
    purpose = purpose?.accented
    helps = helps.map(\.accented)
    setup = setup?.accented
    steps = steps.map(\.accented)
    progress = progress?.accented
    stopIf = stopIf?.accented
  }
}
