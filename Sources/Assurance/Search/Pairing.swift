import Triage

/// Makes the ways in which two patients can differ in one answer.
struct Pairing {
  private let model: Model
  private let id: QuestionID
  private let classes: AnswerClasses
  private var question: Question { model.grammar.questions[id] }

  /// Of how many choices every set is formed.
  private static let mostFormed = 12

  init(_ model: Model, _ question: QuestionID, _ classes: AnswerClasses) {
    (self.model, id, self.classes) = (model, question, classes)
  }

  /// Nil where there are too many.
  func plan(_ difference: Goal.Difference) -> Plan? {
    switch difference {
    case .any: anyTwo()
    case .unsure: definiteAndUnsure()
    case .moreWorrying: moreWorrying()
    }
  }

  /// Every two answers of which the second is more worrying, each as a whole. Nil where there are too many.
  func pairsByWorry() -> [Goal.Pair]? {
    guard let plan = moreWorrying(), let slots = definiteSlots() else { return nil }
    let forked = plan.forks.flatMap(\.self).flatMap { bit in
      bit.picks.filter { $0.first != $0.second }.flatMap { pick in
        slots.filter { ($0.value >> bit.choice & 1 == 1) == pick.first }.map { slot in
          Goal.Pair(
            first: slot, second: Slot(value: slot.value ^ 1 << bit.choice, asked: true, unsure: false))
        }
      }
    }
    return plan.whole + forked
  }

  private func anyTwo() -> Plan? {
    guard let slots = allSlots() else { return nil }
    return Plan(whole: slots.flatMap { one in slots.map { Goal.Pair(first: one, second: $0) } })
  }

  private func definiteAndUnsure() -> Plan? {
    guard let unsure, let slots = definiteSlots() else { return unsure == nil ? Plan(whole: []) : nil }
    return Plan(whole: slots.map { Goal.Pair(first: $0, second: unsure) })
  }

  // MARK: Worry

  private func moreWorrying() -> Plan? {
    if let bits = classes.bits { return moreWorrying(choices: bits) }
    let answers = allSlots() ?? []
    let worries = answers.map(worries)
    let pairs = answers.indices.flatMap { one in
      answers.indices.filter { other in
        worries[one].lowerBound < worries[other].upperBound && one != other
          && !worries.contains {
            worries[one].upperBound < $0.lowerBound && $0.upperBound < worries[other].lowerBound
          }
      }.map { Goal.Pair(first: answers[one], second: answers[$0]) }
    }
    return Plan(whole: pairs)
  }

  /// The least and the most worrying answer of a class, which a slot stands for.
  private func worries(of slot: Slot) -> ClosedRange<Int> {
    if slot.isUnsure { return worry(slot)...worry(slot) }
    let worries = classes.codes(of: slot, question.kind).map { worry(Slot(value: $0, asked: true, unsure: false)) }
    return worries.min()!...worries.max()!
  }

  private func worry(_ slot: Slot) -> Int {
    let answer: Answer = slot.isUnsure ? .unsure : .value(question.kind.value(of: slot.value))
    return question.worry(of: answer) ?? 0
  }

  /// Adding a worrying choice, or, where fewer are worse, taking one away; and "not sure" beside both.
  private func moreWorrying(choices bits: [Int32]) -> Plan? {
    let (worrying, isFalling) = worryingChoices
    let forks = bits.filter { worrying >> $0 & 1 == 1 }.map { changed in
      bits.map { bit in
        Plan.Bit(
          choice: bit,
          picks: bit == changed ? [isFalling ? (true, false) : (false, true)] : [(false, false), (true, true)])
      }
    }
    guard let unsure else { return Plan(whole: [], forks: forks) }
    guard let slots = definiteSlots(forming: bits + unseen(worrying, bits), like: unsure) else { return nil }
    let pairs = slots.flatMap { slot in
      switch worryBeside(unsure, slot, worrying, isFalling) {
      case .some(true): [Goal.Pair(first: slot, second: unsure)]
      case .some(false): [Goal.Pair(first: unsure, second: slot)]
      case nil: [Goal.Pair]()
      }
    }
    return Plan(whole: pairs, forks: forks)
  }

  /// Whether "not sure" is more worrying than some picks, or less; nil where it is neither.
  private func worryBeside(_ unsure: Slot, _ slot: Slot, _ worrying: Int32, _ isFalling: Bool) -> Bool? {
    guard unsure.hasValue else {
      let (one, other) = (worry(slot), worry(unsure))
      return one == other ? nil : one < other
    }
    guard unsure.value & ~worrying == slot.value & ~worrying, unsure.value != slot.value else { return nil }
    let common = unsure.value & slot.value
    if common == slot.value { return !isFalling }
    return common == unsure.value ? isFalling : nil
  }

  /// Two of the worrying choices that nothing else tells apart: enough to be more worrying, or less, by them alone.
  private func unseen(_ worrying: Int32, _ bits: [Int32]) -> [Int32] {
    guard case .choices(let choices) = question.kind else { return [] }
    return Array(choices.indices.map { Int32($0) }.filter { worrying >> $0 & 1 == 1 && !bits.contains($0) }.prefix(2))
  }

  private var worryingChoices: (bits: Int32, isFalling: Bool) {
    guard case .worrying(let literals, _) = question.redFlag else { return (.max, true) }
    return (
      literals.reduce(0) { bits, literal in
        if case .choice(let position) = literal.value { bits | 1 << Int32(position) } else { bits }
      }, false
    )
  }

  // MARK: Slots

  private var unsure: Slot? { try? model.tree.slot(of: .unsure, to: id) }

  private func definiteSlots() -> [Slot]? {
    guard let bits = classes.bits else { return classes.whole.filter { !$0.isUnsure } }
    return definiteSlots(forming: bits)
  }

  /// Every set of some choices; of the others, those that another answer counts as.
  private func definiteSlots(forming bits: [Int32], like other: Slot = .blank) -> [Slot]? {
    guard bits.count <= Self.mostFormed else { return nil }
    let rest = bits.reduce(other.picked) { $0 & ~(1 << $1) }
    return (0..<Int32(1 << bits.count)).map { set in
      let picked = bits.indices.reduce(rest) { set >> Int32($1) & 1 == 1 ? $0 | 1 << bits[$1] : $0 }
      return Slot(value: picked, asked: true, unsure: false)
    }
  }

  /// Every class of answers, and "not sure" even where it is like another.
  private func allSlots() -> [Slot]? { definiteSlots().map { $0 + [unsure].compactMap(\.self) } }
}
