import Triage

/// The stretches of an outcome for somebody with these answers.
struct NaiveOffer {
  let grammar: Grammar
  let answers: [QuestionID: Answer]
  private(set) var offer = NaiveSession.Offer()

  init(_ grammar: Grammar, outcome: OutcomeID, answers: [QuestionID: Answer]) {
    self.grammar = grammar
    self.answers = answers
    take(grammar.outcomes[outcome].stretches, upTo: .max)
  }

  /// Offers what a list has, until there are so many stretches in all.
  private mutating func take(_ list: StretchList, upTo limit: Int) {
    let limit = min(limit, list.atMost.map { offer.stretches.count + $0 } ?? .max)
    for entry in list.entries {
      guard offer.stretches.count < limit else { return }
      if let condition = entry.condition, !NaiveReader(grammar: grammar, answers: answers).holds(condition) { continue }
      switch entry.use {
      case .stretch(let stretch): takeFirst(of: [stretch])
      case .firstOf(let stretches): takeFirst(of: stretches)
      case .programme(let programme): take(grammar.programmes[programme].list, upTo: limit)
      }
    }
  }

  private mutating func takeFirst(of stretches: [StretchID]) {
    for stretch in stretches {
      guard let reason = firstReasonAgainst(stretch) else {
        if !offer.stretches.contains(stretch) { offer.stretches.append(stretch) }
        return
      }
      if !offer.leftOut.contains(where: { $0.stretch == stretch }) { offer.leftOut.append(reason) }
    }
  }

  /// The first thing to avoid that is not known to be false.
  private func firstReasonAgainst(_ stretch: StretchID) -> NaiveSession.Offer.LeftOut? {
    for avoid in grammar.stretches[stretch].avoid {
      let isMet = isMet(avoid)
      if isMet != false { return NaiveSession.Offer.LeftOut(stretch: stretch, avoid: avoid, isKnown: isMet == true) }
    }
    return nil
  }

  private func isMet(_ avoid: Stretch.Avoid) -> Bool? {
    let reader = CautiousReader(grammar: grammar, answers: answers)
    switch avoid {
    case .fact(let fact, _): return reader.holds(grammar.facts[fact].condition)
    case .question(let question, _): return reader.passes(question, .isOne(of: [Literal(.yes)]))
    }
  }
}
