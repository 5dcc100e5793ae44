import Triage

/// The answers to one question in kinds that the decisions of a tree tell apart, each by its number from 0.
///
/// Of several choices there may be very many kinds; they are made only as they are asked for.
struct AnswerKinds {
  let count: Int
  private let kind: Question.Kind
  private let tests: [AnswerTest]
  private let classes: AnswerClasses
  /// The slot of "not sure", where that is an answer.
  private let unsure: Slot?

  init(_ model: Model, _ question: QuestionID) {
    kind = model.grammar.questions[question].kind
    tests = model.tests[question.position]
    classes = model.classes(of: question, toldApartBy: tests)
    unsure = try? model.tree.slot(of: .unsure, to: question)
    count = classes.whole.count + (classes.bits.map { 1 << $0.count } ?? 0)
  }

  /// An answer of a kind.
  func slot(_ number: Int) -> Slot {
    if number < classes.whole.count { return classes.whole[number] }
    return Slot(value: picked(by: number), asked: true, unsure: false)
  }

  /// The kind of an answer.
  func number(of slot: Slot) -> Int {
    if let bits = classes.bits, !slot.isUnsure || classes.whole.isEmpty {
      return classes.whole.count + bits.indices.filter { slot.picked >> bits[$0] & 1 == 1 }.reduce(0) { $0 | 1 << $1 }
    }
    let passes = tests.map { $0.isPassed(by: slot) }
    return classes.whole.firstIndex { other in tests.map { $0.isPassed(by: other) } == passes } ?? 0
  }

  private func picked(by number: Int) -> Int32 {
    let pattern = number - classes.whole.count
    return (classes.bits ?? []).enumerated().reduce(0) { pattern >> $1.offset & 1 == 1 ? $0 | 1 << $1.element : $0 }
  }

  // MARK: Telling

  /// All answers of some kinds.
  func answers(of numbers: Set<Int>) -> WhyNot.Answers {
    if let bits = classes.bits {
      let patterns = Set(numbers.filter { $0 >= classes.whole.count }.map { $0 - classes.whole.count })
      let picks = Self.picks(patterns, bits[...], with: [], without: [])
      return WhyNot.Answers(alternatives: picks + (numbers.contains { $0 < classes.whole.count } ? [.unsure] : []))
    }
    let codes = numbers.sorted().flatMap { number in classes.alike[number].map { run(of: $0) } }
    let isUnsure = unsure.map { numbers.contains(self.number(of: $0)) } ?? false
    return WhyNot.Answers(alternatives: alternatives(Self.joined(codes)) + (isUnsure ? [.unsure] : []))
  }

  /// All codes that a known one stands for.
  private func run(of code: Int32) -> ClosedRange<Int32> {
    guard let start = classes.starts.last(where: { $0 <= code }) else { return code...code }
    return start...(classes.starts.first { $0 > code }.map { $0 - 1 } ?? kind.lastCode ?? 0)
  }

  private static func joined(_ runs: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
    runs.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, run in
      if let last = joined.last, last.upperBound + 1 == run.lowerBound {
        joined[joined.count - 1] = last.lowerBound...run.upperBound
      } else {
        joined.append(run)
      }
    }
  }

  private func alternatives(_ runs: [ClosedRange<Int32>]) -> [WhyNot.Alternative] {
    switch kind {
    case .number, .duration:
      runs.map { .range(kind.value(of: $0.lowerBound), kind.value(of: $0.upperBound)) }
    case .yesNo, .choice, .choices:
      runs.flatMap { run in run.map { .one(kind.value(of: $0)) } }
    }
  }

  /// Some patterns of picks, as few pairs of choices picked and not picked; what is in neither can be as it will.
  private static func picks(
    _ patterns: Set<Int>, _ bits: ArraySlice<Int32>, with: [Int], without: [Int]
  ) -> [WhyNot.Alternative] {
    guard !patterns.isEmpty else { return [] }
    guard let bit = bits.first else { return [.picks(with: with, without: without)] }
    let (on, off) = (
      Set(patterns.filter { $0 & 1 == 1 }.map { $0 >> 1 }), Set(patterns.filter { $0 & 1 == 0 }.map { $0 >> 1 })
    )
    let rest = bits.dropFirst()
    if on == off { return picks(on, rest, with: with, without: without) }
    return picks(on, rest, with: with + [Int(bit)], without: without)
      + picks(off, rest, with: with, without: without + [Int(bit)])
  }
}
