import Triage

extension WrittenTree {
  func node(_ fact: Fact) -> YAMLNode {
    guard let means = fact.means else { return node(fact.condition) }
    return entries(["when": node(fact.condition), "means": .text(means)])
  }

  func node(_ score: Score) -> YAMLNode {
    let items = YAMLNode.list(score.items.map(node))
    return score.form == .sum ? items : entries(["percent of answered": items])
  }

  private func node(_ item: Score.Item) -> YAMLNode {
    switch item {
    case .points(let points, let condition, _):
      entries(["if": node(condition), "points": .text(text(points))])
    case .add(.question(let question), let times, _):
      entries(["add": .text(name(question)), "times": .text(text(times))])
    case .add(.score(let score), let times, _):
      entries(["add": .text(grammar.scores[score].name), "times": .text(text(times))])
    case .each(let points, of: let references, _):
      entries(["points": .text(text(points)), "for each of": names(references)])
    }
  }

  private func names(_ references: [QuestionReference]) -> YAMLNode { .names(references.map { name($0.question) }) }

  func node(_ alarm: Alarm) -> YAMLNode {
    entries([
      "hears": .names(alarm.hears), "asks": alarm.asks.isEmpty ? nil : names(alarm.asks),
      "if": alarm.condition.map(node), "end": .text(grammar.outcomes[alarm.end].name),
    ])
  }

  // MARK: - Sections

  func node(_ step: Step) -> YAMLNode {
    let condition = step.condition.map(node)
    switch step.action {
    case .say(let words): return entries(["say": .text(words), "if": condition])
    case .go(let section): return entries(["go": .text(grammar.sections[section].name), "if": condition])
    case .decide(let branches): return entries(["decide": .list(branches.map(node)), "if": condition])
    case .ask(let question, then: let branches):
      let then: YAMLNode? = branches.isEmpty ? nil : .list(branches.map(node))
      return entries(["ask": .text(name(question)), "if": condition, "then": then])
    }
  }

  private func node(_ branch: Branch) -> YAMLNode {
    let because = branch.because.map { YAMLNode.text($0) }
    switch branch.target {
    case .section(let section):
      return entries([
        "if": branch.condition.map(node), "go": .text(grammar.sections[section].name), "because": because,
      ])
    case .outcome(let outcome):
      return entries([
        "if": branch.condition.map(node), "end": .text(grammar.outcomes[outcome].name), "because": because,
      ])
    }
  }

  // MARK: - Outcomes and stretches

  func node(_ outcome: Outcome) -> YAMLNode {
    entries([
      "level": outcome.level.map { .text(grammar.levels[$0].name) },
      "outside": outcome.level == nil ? .text("yes") : nil, "title": .text(outcome.title), "say": .text(outcome.say),
      "stretches": outcome.stretches.entries.isEmpty ? nil : node(outcome.stretches),
      "was": outcome.was.map { .text($0) },
    ])
  }

  func node(_ list: StretchList) -> YAMLNode {
    .list(list.entries.map(node) + (list.atMost.map { [entries(["at most": .text("\($0)")])] } ?? []))
  }

  private func node(_ entry: StretchList.Entry) -> YAMLNode {
    let condition = entry.condition.map(node)
    switch entry.use {
    case .stretch(let stretch): return entries(["use": .text(grammar.stretches[stretch].name), "if": condition])
    case .programme(let programme): return entries(["use": .text(grammar.programmes[programme].name), "if": condition])
    case .firstOf(let stretches):
      return entries(["first of": .names(stretches.map { grammar.stretches[$0].name }), "if": condition])
    }
  }

  func node(_ stretch: Stretch) -> YAMLNode {
    let avoid = stretch.avoid.map { avoid in
      switch avoid {
      case .fact(let fact, _): grammar.facts[fact].name
      case .question(let question, _): name(question)
      }
    }
    return entries([
      "name": .text(stretch.card.title), "avoid": avoid.isEmpty ? nil : .names(avoid),
      "was": stretch.was.map { .text($0) },
    ])
  }
}
