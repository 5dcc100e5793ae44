import Triage
import Understanding

/// A text that a patient reads in one go.
public struct Passage: Equatable, Sendable {
  public var place: Place
  public var text: String
  /// Of the part that the text belongs to.
  public var part: PartID

  public enum Place: Equatable, Sendable {
    case audience
    case question(QuestionID, QuestionText)
    case label(QuestionID, choice: Int)
    case means(FactID)
    case say(SectionID)
    case because(SectionID)
    case stretch(StretchID, StretchText)
    /// Of the rules of stretching, this one.
    case stretchingRule(Int)
    /// The title and what is said under it.
    case outcome(OutcomeID)
    /// The same two, told to somebody who answers for somebody else.
    case outcomeForOther(OutcomeID)
  }

  /// By the keys of the format.
  public enum QuestionText: String, Sendable {
    case ask, plainer, why, sign
    case forOther = "for_other"
  }

  /// By the keys of the format.
  public enum StretchText: String, Sendable {
    case purpose, setup, steps, progress
    case stopIf = "stop_if"
  }

  init(_ place: Place, _ text: String, at part: PartID) {
    self.place = place
    self.text = text
    self.part = part
  }
}

extension Grammar {
  /// Every text that a patient reads and that can be a sentence, in the order of the grammar.
  var passages: [Passage] {
    let audience = about.audience.map { [Passage(.audience, $0, at: .none)] } ?? []
    return audience + questions.ids.flatMap(passages) + facts.ids.compactMap(passage) + sections.ids.flatMap(passages)
      + stretches.ids.flatMap(passages)
      + stretchingRules.enumerated().map { Passage(.stretchingRule($0), $1.text, at: $1.part) }
      + outcomes.ids.flatMap(passages)
  }

  private func passages(of id: QuestionID) -> [Passage] {
    let question = questions[id]
    let wording = question.wording
    let texts: [(Passage.QuestionText, String?)] = [
      (.ask, wording.ask), (.plainer, wording.plainer), (.why, wording.why), (.sign, wording.sign),
      (.forOther, wording.forOther),
    ]
    let labels = question.choices.enumerated().map { place, choice in
      Passage(.label(id, choice: place), choice.label, at: choice.part)
    }
    return texts.compactMap { kind, text in text.map { Passage(.question(id, kind), $0, at: question.part) } } + labels
  }

  private func passage(of id: FactID) -> Passage? {
    facts[id].means.map { Passage(.means(id), $0, at: facts[id].part) }
  }

  private func passages(of id: SectionID) -> [Passage] {
    sections[id].steps.flatMap { step -> [Passage] in
      switch step.action {
      case .say(let text): [Passage(.say(id), text, at: step.part)]
      case .ask(_, let branches), .decide(let branches):
        branches.compactMap { branch in branch.because.map { Passage(.because(id), $0, at: branch.part) } }
      case .go: []
      }
    }
  }

  private func passages(of id: StretchID) -> [Passage] {
    let stretch = stretches[id]
    let card = stretch.card
    let texts: [(Passage.StretchText, String?)] =
      [(.purpose, card.purpose), (.setup, card.setup)] + card.steps.map { (.steps, $0) }
      + [(.progress, card.progress), (.stopIf, card.stopIf)]
    return texts.compactMap { kind, text in text.map { Passage(.stretch(id, kind), $0, at: stretch.part) } }
  }

  private func passages(of id: OutcomeID) -> [Passage] {
    let outcome = outcomes[id]
    let own = Passage(.outcome(id), outcome.title + "\n" + outcome.say, at: outcome.part)
    guard outcome.titleForOther != nil || outcome.sayForOther != nil else { return [own] }
    let other = (outcome.titleForOther ?? outcome.title) + "\n" + (outcome.sayForOther ?? outcome.say)
    return [own, Passage(.outcomeForOther(id), other, at: outcome.part)]
  }
}
