import Triage

/// Everything that a tree can be built of, as far as the core can tell it apart.
public enum Construct: String, CaseIterable, Sendable {
  case yesNo, choice, choices, number, duration
  case unsureUnstated, unsureAsksAgain, unsureCounts, unsureOwn, unasked, applies, choiceValue
  case redFlagRising, redFlagFalling, redFlagFallingChoices, redFlagRanked, redFlagTie, redFlagRanksUnsure
  case redFlagWorrying

  case always, never, not, and, or, atLeast, exactly, atMost, fact
  case isValue, isOneOf, isUnsure, wasAsked, hasAny, hasAll, hasNone
  case less, lessOrEqual, equal, moreOrEqual, more, between, comparesNumber, comparesDuration
  case scoreCompares, scoreBetween, scoreIsUnsure

  case factWithMeaning, factWithoutMeaning, sum, percentOfAnswered
  case points, negativePoints, decimalPoints, addNumber, addChoice, addScore, times, negativeTimes, decimalTimes
  case forEach

  case say, ask, askThen, decide, go, stepIf, branchIf, branchWithoutIf, branchGo, branchEnd, because
  case outside, stretch, firstOf, programme, useIf, capOfOutcome, capOfProgramme, avoidFact, avoidQuestion
  case alarmAtOnce, alarmAsks, alarmIf, onBehalf
  case guarantee, guaranteeIfPatient, guaranteeIfLevel
}

extension Grammar {
  /// How often each construct occurs.
  public var constructs: [Construct: Int] {
    let all =
      questions.flatMap(\.constructs) + conditions.flatMap(\.constructs) + scores.flatMap { constructs(of: $0) }
      + facts.map { $0.means == nil ? .factWithoutMeaning : .factWithMeaning }
      + sections.flatMap(\.steps).flatMap(\.constructs) + offerConstructs + alarmConstructs
      + guarantees.flatMap(\.constructs) + (onBehalf == nil ? [] : [.onBehalf])
    return all.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Every condition of the tree, as it was written.
  var conditions: [Condition] {
    let steps = sections.flatMap(\.steps)
    let entries = lists.flatMap(\.entries)
    let items = scores.flatMap(\.items).compactMap { item -> Condition? in
      if case .points(_, let condition, _) = item { condition } else { nil }
    }
    return questions.compactMap(\.applies) + facts.map(\.condition) + items + steps.compactMap(\.condition)
      + steps.flatMap(\.branches).compactMap(\.condition) + entries.compactMap(\.condition)
      + alarms.compactMap(\.condition) + [onBehalf].compactMap { $0 }
  }

  private var lists: [StretchList] { programmes.map(\.list) + outcomes.map(\.stretches) }

  private var offerConstructs: [Construct] {
    let uses = lists.flatMap(\.entries).flatMap { entry -> [Construct] in
      let use: Construct =
        switch entry.use {
        case .stretch: .stretch
        case .firstOf: .firstOf
        case .programme: .programme
        }
      return entry.condition == nil ? [use] : [use, .useIf]
    }
    let avoids = stretches.flatMap(\.avoid).map { avoid -> Construct in
      if case .fact = avoid { .avoidFact } else { .avoidQuestion }
    }
    return uses + avoids + outcomes.filter { $0.level == nil }.map { _ in .outside }
      + outcomes.compactMap(\.stretches.atMost).map { _ in .capOfOutcome }
      + programmes.compactMap(\.list.atMost).map { _ in .capOfProgramme }
  }

  private var alarmConstructs: [Construct] {
    alarms.flatMap { alarm -> [Construct] in
      (alarm.asks.isEmpty ? [.alarmAtOnce] : [.alarmAsks]) + (alarm.condition == nil ? [] : [.alarmIf])
    }
  }

  private func constructs(of score: Score) -> [Construct] {
    [score.form == .sum ? .sum : .percentOfAnswered] + score.items.flatMap { constructs(of: $0) }
  }

  private func constructs(of item: Score.Item) -> [Construct] {
    switch item {
    case .points(let points, _, _):
      return [.points] + Self.signs(points, .negativePoints, .decimalPoints)
    case .each(let points, _, _):
      return [.forEach] + Self.signs(points, .negativePoints, .decimalPoints)
    case .add(let addend, let times, _):
      let plain: [Construct] = times == Number(1) ? [] : [.times]
      return [kind(of: addend)] + plain + Self.signs(times, .negativeTimes, .decimalTimes)
    }
  }

  private func kind(of addend: Score.Addend) -> Construct {
    switch addend {
    case .score: return .addScore
    case .question(let question):
      if case .number = questions[question].kind { return .addNumber }
      return .addChoice
    }
  }

  private static func signs(_ number: Number, _ negative: Construct, _ decimal: Construct) -> [Construct] {
    (number.millionths < 0 ? [negative] : []) + (number.millionths % Number.scale == 0 ? [] : [decimal])
  }
}

extension Question {
  fileprivate var constructs: [Construct] {
    var all = [kindConstruct, unsureConstruct] + redFlagConstructs
    if unasked != nil { all.append(.unasked) }
    if applies != nil { all.append(.applies) }
    if case .choice(let choices) = kind, choices.contains(where: { $0.value != nil }) { all.append(.choiceValue) }
    return all
  }

  private var kindConstruct: Construct {
    switch kind {
    case .yesNo: .yesNo
    case .choice: .choice
    case .choices: .choices
    case .number: .number
    case .duration: .duration
    }
  }

  private var unsureConstruct: Construct {
    switch unsure {
    case nil: .unsureUnstated
    case .askAgain: .unsureAsksAgain
    case .counts: .unsureCounts
    case .own: .unsureOwn
    }
  }

  private var redFlagConstructs: [Construct] {
    switch redFlag {
    case nil: return []
    case .rising: return [.redFlagRising]
    case .falling: return [kindConstruct == .choices ? .redFlagFallingChoices : .redFlagFalling]
    case .worrying: return [.redFlagWorrying]
    case .ranked(let tiers, _):
      let ranksUnsure = tiers.joined().contains { if case .unsure = $0 { true } else { false } }
      let hasTie = tiers.contains { $0.count > 1 }
      return [.redFlagRanked] + (ranksUnsure ? [.redFlagRanksUnsure] : []) + (hasTie ? [.redFlagTie] : [])
    }
  }
}

extension Condition {
  fileprivate var constructs: [Construct] {
    switch self {
    case .always: [.always]
    case .never: [.never]
    case .not(let inner): [.not] + inner.constructs
    case .all(let parts): [.and] + parts.flatMap(\.constructs)
    case .any(let parts): [.or] + parts.flatMap(\.constructs)
    case .count(.atLeast, of: let parts, _): [.atLeast] + parts.flatMap(\.constructs)
    case .count(.exactly, of: let parts, _): [.exactly] + parts.flatMap(\.constructs)
    case .count(.atMost, of: let parts, _): [.atMost] + parts.flatMap(\.constructs)
    case .fact: [.fact]
    case .question(_, let test, _): test.constructs
    case .score(_, .compares(let comparison, _), _): [.scoreCompares, comparison.construct]
    case .score(_, .between, _): [.scoreBetween]
    case .score(_, .isUnsure, _): [.scoreIsUnsure]
    }
  }
}

extension QuestionTest {
  fileprivate var constructs: [Construct] {
    switch self {
    case .isOne(of: let values): [values.count == 1 ? .isValue : .isOneOf]
    case .isUnsure: [.isUnsure]
    case .wasAsked: [.wasAsked]
    case .has(.any, of: _): [.hasAny]
    case .has(.all, of: _): [.hasAll]
    case .has(.none, of: _): [.hasNone]
    case .compares(let comparison, let literal): [comparison.construct, literal.construct]
    case .between(let low, _): [.between, low.construct]
    }
  }
}

extension Literal {
  fileprivate var construct: Construct { if case .number = value { .comparesNumber } else { .comparesDuration } }
}

extension Comparison {
  fileprivate var construct: Construct {
    switch self {
    case .less: .less
    case .atMost: .lessOrEqual
    case .equal: .equal
    case .atLeast: .moreOrEqual
    case .more: .more
    }
  }
}

extension Step {
  fileprivate var constructs: [Construct] {
    (condition == nil ? [] : [.stepIf]) + actionConstructs + branches.flatMap(\.constructs)
  }

  private var actionConstructs: [Construct] {
    switch action {
    case .say: [.say]
    case .ask(_, then: let branches): branches.isEmpty ? [.ask] : [.ask, .askThen]
    case .decide: [.decide]
    case .go: [.go]
    }
  }
}

extension Branch {
  fileprivate var constructs: [Construct] {
    let target: Construct = if case .section = self.target { .branchGo } else { .branchEnd }
    return [condition == nil ? .branchWithoutIf : .branchIf, target] + (because == nil ? [] : [.because])
  }
}

extension Guarantee {
  fileprivate var constructs: [Construct] {
    switch premise {
    case nil: [.guarantee]
    case .patient: [.guarantee, .guaranteeIfPatient]
    case .level: [.guarantee, .guaranteeIfLevel]
    }
  }
}
