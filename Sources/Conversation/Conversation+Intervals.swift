import Triage
import Understanding

extension Conversation {
  /// Takes an interval in which the tree tells no two values apart; of any other it asks on which side it lies. Where a
  /// red flag is unclear still, the worrying end counts.
  mutating func take(_ interval: Interval, to asked: QuestionID, at now: Moment) -> Reply {
    let worse = worryingEnd(of: interval, for: asked)
    let cuts = grammar.cuts(of: asked, in: interval)
    if let cuts, cuts.isEmpty {
      return enter(.value(worse ?? interval.low), to: asked, echo: [echo(interval, of: asked, at: now)], at: now)
    }
    if tries.interval != nil, let worse {
      return enter(.value(worse), to: asked, echo: [worryingEcho(worse, of: asked)], at: now)
    }
    tries.interval = interval
    tries.cut = cuts?.first
    tries.misunderstood += 1
    guard tries.misunderstood < Tries.most else { return giveUp(on: asked, at: now) }
    return .saying(Say(.question, told: whichSide(of: interval, asked), isApart: true))
  }

  private func whichSide(of interval: Interval, _ asked: QuestionID) -> String {
    let question = grammar.questions[asked]
    guard let cut = tries.cut else {
      return text(
        .whichOf, [.answers: phrases.oneOf([interval.low, interval.high].map { phrases.value($0, of: question) })])
    }
    let value = phrases.value(cut.value, of: question)
    return cut.isAfter ? text(.whichSideAfter, [.value: value]) : text(.whichSideOf, [.value: value])
  }

  /// What was understood, narrowed by the interval that it answers about.
  func sided(_ understood: Understood, _ line: String) -> Understood {
    guard let before = tries.interval else { return understood }
    if let side = Side(line, in: spoken), let cut = tries.cut {
      return .interval(before.part(on: side, of: cut))
    }
    guard case .interval(let narrower) = understood else { return understood }
    return .interval(before.common(with: narrower) ?? narrower)
  }

  /// The end that counts where a red flag stays unclear; nil for a question that is none.
  func worryingEnd(of interval: Interval, for asked: QuestionID) -> Value? {
    let question = grammar.questions[asked]
    guard let low = question.worry(of: .value(interval.low)), let high = question.worry(of: .value(interval.high))
    else {
      return nil
    }
    return low < high ? interval.high : interval.low
  }
}

extension Interval {
  /// The part on one side of a cut that lies within.
  fileprivate func part(on side: Side, of cut: Cut) -> Interval {
    switch side {
    case .lower: Interval(low, to: low.ofSameKind(cut.below), by: rule)
    case .upper: Interval(low.ofSameKind(cut.place), to: high, by: rule)
    }
  }

  /// What lies in both; nil where nothing does.
  fileprivate func common(with other: Interval) -> Interval? {
    guard let size = low.size, let end = high.size, let otherSize = other.low.size, let otherEnd = other.high.size
    else {
      return nil
    }
    let (first, last) = (max(size, otherSize), min(end, otherEnd))
    return first <= last ? Interval(low.ofSameKind(first), to: low.ofSameKind(last), by: rule) : nil
  }
}
