import Triage

/// What only one version takes for an answer.
extension TreePair {
  /// The answers that a question of one version takes and that of the other does not, in words; nil where there are none.
  ///
  /// - Parameter isSame: whether a choice of the first is one of the second.
  func answers(
    onlyTo one: Question.Kind, notTo other: Question.Kind, isSame: (Choice, Choice) -> Bool
  ) -> String? {
    switch (one, other) {
    case (.choice(let ours), .choice(let theirs)), (.choices(let ours), .choices(let theirs)):
      let own = ours.filter { choice in !theirs.contains { isSame(choice, $0) } }
      return own.isEmpty ? nil : Self.listed(own.map { quoted($0) })
    case (.number(let range), .number(let theirs)):
      let beyond = beyond(one, from: theirs.low.millionths, through: theirs.high.millionths) { value in
        if case .number(let number) = value { number.millionths } else { 0 }
      }
      let isFiner =
        range.step.millionths % theirs.step.millionths != 0
        || (range.low.millionths - theirs.low.millionths) % theirs.step.millionths != 0
      let between = isFiner ? ["numbers in between, by steps of \(range.step.text)"] : []
      let all = beyond + between
      return all.isEmpty ? nil : Self.listed(all)
    case (.duration, .duration(let theirs)):
      let beyond = beyond(one, from: theirs.lowerBound.count, through: theirs.upperBound.count) { value in
        if case .duration(let minutes) = value { minutes.count } else { 0 }
      }
      return beyond.isEmpty ? nil : Self.listed(beyond)
    default: return nil
    }
  }

  /// The answers below one size, and those above another.
  private func beyond(
    _ kind: Question.Kind, from low: Int64, through high: Int64, size: (Value) -> Int64
  ) -> [String] {
    guard let last = kind.lastCode else { return [] }
    let below = first(in: 0...last) { size(kind.value(of: $0)) >= low } ?? last + 1
    let above = first(in: 0...last) { size(kind.value(of: $0)) > high }
    return [below > 0 ? text(0...below - 1, kind) : nil, above.map { text($0...last, kind) }].compactMap(\.self)
  }

  /// The first code from which on something is true.
  private func first(in codes: ClosedRange<Int32>, where isTrue: (Int32) -> Bool) -> Int32? {
    var (low, high) = (Int64(codes.lowerBound), Int64(codes.upperBound) + 1)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(Int32(middle)) { high = middle } else { low = middle + 1 }
    }
    return low > Int64(codes.upperBound) ? nil : Int32(low)
  }

  // MARK: Two different trees

  /// Trees with other ids of which not even a quarter of the questions is in both.
  var strangers: TreeDiff.Strangers? {
    guard old.id != new.id else { return nil }
    let shared = new.questions.count { question in
      old.questions.contains { $0.name == question.name || $0.name == question.was }
    }
    let fewer = min(old.questions.count, new.questions.count)
    guard shared * 4 < fewer else { return nil }
    return TreeDiff.Strangers(old: old.id, new: new.id, shared: shared, questions: fewer)
  }
}
