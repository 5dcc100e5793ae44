import Triage

extension RandomTree {
  /// Stretches, programmes, and what outcomes offer of them.
  mutating func growStretches() {
    grammar.stretches = (0..<random.number(in: 0...6)).map {
      Stretch(name: "stretch\($0)", part: mark(), title: "Stretch \($0)")
    }
    guard !grammar.stretches.isEmpty else { return }
    for position in 0..<random.number(in: 0...2) {
      let list = stretchList(mayUseProgrammes: false)
      grammar.programmes.append(Programme(name: "programme\(position)", part: mark(), list: list))
    }
    let alarmed = size.isProvable ? grammar.alarms.map(\.end) : []
    for outcome in grammar.outcomes.ids where random.chance(75) && !alarmed.contains(outcome) {
      grammar.outcomes[outcome.position].stretches = stretchList(mayUseProgrammes: true)
    }
  }

  private mutating func stretchList(mayUseProgrammes: Bool) -> StretchList {
    let entries = (0..<random.number(in: 1...4)).map { _ in
      StretchList.Entry(use(mayUseProgrammes), if: random.chance(25) ? .blank : nil, part: mark())
    }
    return StretchList(entries, atMost: random.chance(30) ? random.number(in: 1...4) : nil)
  }

  private mutating func use(_ mayUseProgrammes: Bool) -> StretchList.Use {
    switch random.pick(weighted: [50, 20, mayUseProgrammes && !grammar.programmes.isEmpty ? 40 : 0]) {
    case 0: .stretch(random.pick(grammar.stretches.ids))
    case 1: .firstOf(random.pick(random.number(in: 1...3), of: grammar.stretches.ids))
    default: .programme(random.pick(grammar.programmes.ids))
    }
  }

  mutating func fillOffers(_ asked: CertainlyAsked) {
    for stretch in grammar.stretches.ids where random.chance(60) {
      grammar.stretches[stretch.position].avoid = (0..<random.number(in: 1...2)).map { _ in avoid() }
    }
    for outcome in grammar.outcomes.ids {
      let list = grammar.outcomes[outcome].stretches
      grammar.outcomes[outcome.position].stretches = filled(list, over: usable(asked.at(outcome)))
    }
    for programme in grammar.programmes.ids {
      let list = filled(grammar.programmes[programme].list, over: usable(certain(programme, asked)))
      grammar.programmes[programme.position].list = list
    }
  }

  /// What is asked before every outcome that uses a programme.
  private func certain(_ programme: ProgrammeID, _ asked: CertainlyAsked) -> Set<QuestionID> {
    grammar.outcomes.ids
      .filter { grammar.outcomes[$0].stretches.entries.contains { $0.use == .programme(programme) } }
      .map { asked.at($0) }
      .reduce(nil) { ($0 ?? $1).intersection($1) } ?? []
  }

  private mutating func filled(_ list: StretchList, over usable: [QuestionID]) -> StretchList {
    var list = list
    for position in list.entries.indices where list.entries[position].condition != nil {
      list.entries[position].condition = condition(over: usable)
    }
    return list
  }

  private mutating func avoid() -> Stretch.Avoid {
    let yesNo = grammar.questions.ids.filter { grammar.questions[$0].kind == .yesNo }
    if !yesNo.isEmpty && random.chance(50) { return .question(random.pick(yesNo), mark()) }
    let everything = grammar.questions.ids
    return .fact(fact(Scope(usable: everything, mentionable: everything)), mark())
  }
}
