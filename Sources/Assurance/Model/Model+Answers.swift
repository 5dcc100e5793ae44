import Triage

/// The answers to one question that are told apart, each class by one of its answers.
struct AnswerClasses {
  /// Answers that are known as a whole.
  var whole: [Slot]
  /// Of several choices: those that are told apart, each by its position. Nil for other questions.
  var bits: [Int32]?
  /// Of several choices: those that nobody picks.
  var closed: Set<Int32> = []
  /// Of numbers and lengths of time: where each class begins, in the order of ``whole``.
  var starts: [Int32] = []
  /// Of questions with few answers: the codes of all answers that each of ``whole`` stands for.
  var alike: [[Int32]] = []

  /// What decides the classes of all answers to a question.
  struct Key: Hashable {
    var question: QuestionID
    var tests: [AnswerTest]

    /// Few lists of tests are met for one question, and seldom two as long.
    func hash(into hasher: inout Hasher) {
      hasher.combine(question.position)
      hasher.combine(tests.count)
    }
  }

  /// The codes of all answers for which one stands, or the first and the last of them.
  func codes(of slot: Slot, _ kind: Question.Kind) -> [Int32] {
    guard let start = starts.last(where: { $0 <= slot.value }) else {
      return alike.first { $0.contains(slot.value) } ?? [slot.value]
    }
    let end = starts.first { $0 > slot.value }.map { $0 - 1 } ?? kind.lastCode ?? 0
    return [start, end]
  }
}

extension Model {
  /// The classes of answers to a question that some tests tell apart.
  ///
  /// Where "not sure" cannot be told from a definite answer, the definite one stands for both.
  func classes(of question: QuestionID, toldApartBy tests: [AnswerTest]) -> AnswerClasses {
    let key = AnswerClasses.Key(question: question, tests: tests)
    if let known = classes[key] { return known }
    let made = classes(of: question, toldApartBy: tests, among: nil)
    classes[key] = made
    return made
  }

  /// The same of those answers that count; without a word on that, of all.
  func classes(
    of question: QuestionID, toldApartBy tests: [AnswerTest], among accepted: CommonAnswers.Accepted?
  ) -> AnswerClasses {
    let own = tests.filter { $0.question == Int32(question.position) }
    let unsure = try? tree.slot(of: .unsure, to: question)
    if case .choices = grammar.questions[question].kind {
      let bits = own.filter { $0.operation == .hasAny }.map { Int32($0.low.trailingZeroBitCount) }
      let tellsUnsure = !own.isEmpty
      let closed = accepted.map { accepted in Set(bits.filter { !accepted.contains($0) }) } ?? []
      return AnswerClasses(
        whole: tellsUnsure ? [unsure].compactMap(\.self) : [], bits: Set(bits).sorted(), closed: closed)
    }
    var classes = AnswerClasses(whole: [], starts: starts(question, own))
    var known: [[Bool]: Int] = [:]
    for slot in definite(question, classes.starts, accepted) + [unsure].compactMap(\.self) {
      let passes = own.map { $0.isPassed(by: slot) }
      if let place = known[passes] {
        if !slot.isUnsure { classes.alike[place].append(slot.value) }
      } else {
        known[passes] = classes.whole.count
        classes.whole.append(slot)
        classes.alike.append(slot.isUnsure ? [] : [slot.value])
      }
    }
    return classes
  }

  /// The same definite answers to two questions, and "not sure" where both take it.
  func pairs(_ definite: [Slot], _ first: Int, _ second: Int) -> [Goal.Pair] {
    let unsure = [first, second].compactMap { try? tree.slot(of: .unsure, to: QuestionID($0)) }
    let both = unsure.count == 2 ? [Goal.Pair(first: unsure[0], second: unsure[1])] : []
    return definite.map { Goal.Pair(first: $0, second: $0) } + both
  }

  /// Where the classes of a number or a length of time begin; none for other questions.
  private func starts(_ question: QuestionID, _ tests: [AnswerTest]) -> [Int32] {
    let kind = grammar.questions[question].kind
    switch kind {
    case .yesNo, .choice, .choices: return []
    case .number, .duration:
      let last = kind.lastCode ?? 0
      var cuts: Set<Int32> = [0]
      for test in tests where test.operation == .inRange {
        if test.low <= last { cuts.insert(test.low) }
        if test.high < last { cuts.insert(test.high + 1) }
      }
      return cuts.sorted()
    }
  }

  private func definite(
    _ question: QuestionID, _ starts: [Int32], _ accepted: CommonAnswers.Accepted?
  ) -> [Slot] {
    let kind = grammar.questions[question].kind
    let last = kind.lastCode ?? 0
    let codes =
      starts.isEmpty
      ? (0...last).filter { accepted?.contains($0) ?? true }
      : starts.indices.compactMap { index -> Int32? in
        let range = starts[index]...(index + 1 < starts.count ? starts[index + 1] - 1 : last)
        let plainest = kind.plainest(in: range)
        guard let accepted, !accepted.contains(plainest) else { return plainest }
        return accepted.within(range)?.lowerBound
      }
    return codes.map { Slot(value: $0, asked: true, unsure: false) }
  }
}

extension Question.Kind {
  /// The code of a range that people would name first: a whole number of days rather than of minutes, near a threshold.
  fileprivate func plainest(in codes: ClosedRange<Int32>) -> Int32 {
    let isLowest = codes.lowerBound == 0 && codes.upperBound < lastCode ?? 0
    guard case .duration(let range) = self else { return isLowest ? codes.upperBound : codes.lowerBound }
    let (low, high) = (
      range.lowerBound.count + Int64(codes.lowerBound), range.lowerBound.count + Int64(codes.upperBound)
    )
    for unit in [Int64(24 * 60), 60] {
      let plain = isLowest ? high / unit * unit : (low + unit - 1) / unit * unit
      if (low...high).contains(plain) { return Int32(plain - range.lowerBound.count) }
    }
    return isLowest ? codes.upperBound : codes.lowerBound
  }
}
