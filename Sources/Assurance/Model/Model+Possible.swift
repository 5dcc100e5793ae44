import Triage

/// Whether anybody makes a condition hold, and who. What was found of a condition, or of what is left of it once an answer
/// is known, is kept: the states of a search come to the same ones again and again.
extension Model {
  /// Whether any patient makes a condition hold.
  func canHold(_ condition: Diagrams.Ref) -> Bool {
    var left = Int.max
    return canHold(condition, &possible, &left)!
  }

  /// Whether a condition over the answers entered could hold in some session; true also for some that cannot, where that
  /// is more work to find out than it is worth.
  func couldHold(_ condition: Diagrams.Ref) -> Bool {
    if let value = diagrams.value(condition) { return value == 1 }
    guard refutationsInVain < Self.mostInVain else { return possibleInSession[condition] ?? true }
    var left = Self.mostLookedAt >> refutationsInVain
    if let could = canHold(condition, &possibleInSession, &left) { return could }
    refutationsInVain += 1
    return true
  }

  /// How many conditions are looked at to refute one: half as many each time that it was in vain, until it is given up.
  private static let mostLookedAt = 20_000
  private static let mostInVain = 8

  /// Answers to the questions that a condition reads which make it hold; nil where none do.
  func answers(making condition: Diagrams.Ref) -> [Found.Given]? {
    var (answers, rest) = ([Found.Given](), condition)
    while diagrams.value(rest) == nil {
      guard let (slot, next) = firstAnswer(to: rest, where: { canHold($0) }) else { return nil }
      answers.append(Found.Given(question: QuestionID(Int(diagrams.firstQuestion(of: rest))), answer: slot))
      rest = next
    }
    return rest == diagrams.always ? answers : nil
  }

  /// What is known of conditions.
  struct Possible {
    /// Whether it is about answers in a session, where a question need not have been asked. What such a question counts as
    /// is then left open.
    let inSession: Bool
    private var known = BooleanTable()

    init(inSession: Bool) { self.inSession = inSession }

    subscript(condition: Diagrams.Ref) -> Bool? {
      get { known[condition] }
      set { known[condition] = newValue }
    }
  }

  /// Whether anybody makes a condition hold; kept once it is known. A look that was cut short tells nothing, and nothing of
  /// it is kept.
  ///
  /// - Parameter left: how many conditions may still be looked at.
  /// - Returns: nil where there are none left to look at.
  private func canHold(_ condition: Diagrams.Ref, _ possible: inout Possible, _ left: inout Int) -> Bool? {
    if let value = diagrams.value(condition) { return value == 1 }
    if let known = possible[condition] { return known }
    guard left > 0 else { return nil }
    left -= 1
    var isOver = false
    func holds(_ rest: Diagrams.Ref) -> Bool {
      let can = canHold(rest, &possible, &left)
      isOver = can == nil
      return can ?? true
    }
    let can = possible.inSession && canHoldUnasked(condition, holds) || firstAnswer(to: condition, where: holds) != nil
    if isOver { return nil }
    possible[condition] = can
    return can
  }

  /// Whether a condition can hold where the question that it reads first was not asked.
  private func canHoldUnasked(_ condition: Diagrams.Ref, _ holds: (Diagrams.Ref) -> Bool) -> Bool {
    let first = diagrams.firstQuestion(of: condition)
    let tests = diagrams.tests(of: first, in: condition)
    guard tests.contains(where: { diagrams.tests[Int($0)].operation == .wasAsked }) else { return false }
    return holds(diagrams.restrict(condition, by: diagrams.number(Move(first, .isNotAsked))))
  }

  // MARK: The next answer

  /// An answer, and what is left of the condition with it.
  private typealias Answered = (slot: Slot, rest: Diagrams.Ref)

  /// The first answer to the question that a condition reads first of whose rest something is true.
  private func firstAnswer(to condition: Diagrams.Ref, where isWanted: (Diagrams.Ref) -> Bool) -> Answered? {
    let first = diagrams.firstQuestion(of: condition)
    let tests = diagrams.tests(of: first, in: condition).map { diagrams.tests[Int($0)] }
    let classes = classes(of: QuestionID(Int(first)), toldApartBy: tests)
    for slot in classes.whole {
      let rest = diagrams.restrict(condition, by: diagrams.number(Move(first, .answer(slot))))
      if isWanted(rest) { return (slot, rest) }
    }
    guard let bits = classes.bits else { return nil }
    let rest = diagrams.restrict(condition, by: diagrams.number(Move(first, .isDefinite)))
    return firstPicks(rest, first, bits[...], picked: 0, where: isWanted)
  }

  /// The same, deciding one choice after another.
  private func firstPicks(
    _ condition: Diagrams.Ref, _ question: Int32, _ bits: ArraySlice<Int32>, picked: Int32,
    where isWanted: (Diagrams.Ref) -> Bool
  ) -> Answered? {
    guard condition != diagrams.never else { return nil }
    guard let bit = bits.first else {
      return isWanted(condition) ? (Slot(value: picked, asked: true, unsure: false), condition) : nil
    }
    for isPicked in [false, true] {
      let move = Move(question, .choice(bit, isPicked: isPicked))
      let rest = diagrams.restrict(condition, by: diagrams.number(move))
      let next = isPicked ? picked | 1 << bit : picked
      if let found = firstPicks(rest, question, bits.dropFirst(), picked: next, where: isWanted) { return found }
    }
    return nil
  }
}
