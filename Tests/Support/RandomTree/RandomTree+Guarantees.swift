import Triage

extension RandomTree {
  mutating func growGuarantees() {
    for position in 0..<random.number(in: size.guarantees) {
      let claim = claim()
      grammar.guarantees.append(
        Guarantee(name: "Guarantee \(position)", part: mark(), if: random.chance(50) ? premise() : nil, then: claim))
    }
  }

  private mutating func premise() -> Guarantee.Premise {
    random.chance(50) ? .patient(patientCondition()) : .level(levelTest())
  }

  private mutating func patientCondition() -> Condition {
    size.isProvable ? plainCondition(over: grammar.questions.ids) : condition(over: grammar.questions.ids)
  }

  private mutating func levelTest() -> Guarantee.LevelTest {
    let level = random.pick(grammar.levels.ids)
    return random.pick([.exactly(level), .atLeast(level), .atMost(level)])
  }

  private mutating func claim() -> Guarantee.Claim {
    let question = random.pick(grammar.questions.ids)
    switch random.number(in: 0...10) {
    case 0: return .patient(patientCondition())
    case 1: return .level(levelTest())
    case 2: return .ends(in: some(of: grammar.outcomes.ids))
    case 3: return .neverAsks(some(of: [question]))
    case 4: return .asks(question, within: random.number(in: 1...5))
    case 5: return .asksBefore(question, random.pick(grammar.questions.ids))
    case 6: return .asksBeforeOffering(question)
    case 7: return .neverRaised(by: size.isProvable ? some(of: grammar.questions.ids) : [question])
    case 8 where !grammar.stretches.isEmpty: return .offersOnlyAfter(random.pick(grammar.stretches.ids), question)
    case 9 where !grammar.stretches.isEmpty: return .neverOffers(some(of: grammar.stretches.ids))
    default: return .offersNothing
    }
  }

  /// One of these, or a few.
  private mutating func some<Part>(of parts: [ID<Part>]) -> [ID<Part>] {
    size.isProvable ? random.pick(random.number(in: 1...3), of: parts) : [random.pick(parts)]
  }
}
