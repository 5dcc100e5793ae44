import Triage

extension Search {
  /// How the answers to a question are tried.
  mutating func plan(for question: Int) -> Plan {
    if let known = plans[question] { return known }
    let (classes, twin) = (classes(of: question), goal.twins.second(of: question))
    var plan = Plan(classes)
    if twin != question { plan.whole = model.pairs(classes.whole.filter { !$0.isUnsure }, question, twin) }
    if let unsure = goal.unsure[question] {
      plan.whole = plan.whole.filter { !$0.first.isUnsure } + [unsure].compactMap(\.self)
    }
    if let slot = goal.given[question] { plan = Plan(whole: [Goal.Pair(first: slot, second: slot)]) }
    if case .apart(_, let differences) = goal.target, let difference = differences[question] {
      let pairing = Pairing(model, QuestionID(question), classes)
      if let made = pairing.plan(difference) { plan = made } else { gaveUp = true }
    }
    plans[question] = plan
    return plan
  }

  /// Every test that tells the answers to a question apart, those of its twin among them.
  func tests(of question: Int) -> [AnswerTest] {
    let twin = goal.twins.second(of: question)
    let tests = readers.tests(of: question) + (twin == question ? [] : readers.tests(of: twin))
    return tests.map { $0.asked(of: Int32(question)) }
  }

  private func classes(of question: Int) -> AnswerClasses {
    guard let accepted = goal.accepted[question] else {
      return model.classes(of: QuestionID(question), toldApartBy: tests(of: question))
    }
    return model.classes(of: QuestionID(question), toldApartBy: tests(of: question), among: accepted)
  }

  /// The codes of the answers for which one stands.
  func ranges(of slot: Slot, _ question: Int) -> [ClosedRange<Int32>] {
    let (classes, kind) = (classes(of: question), model.grammar.questions[question].kind)
    let codes = classes.codes(of: slot, kind)
    return classes.starts.isEmpty ? codes.map { $0...$0 } : [codes[0]...codes[1]]
  }

  /// Whether a definite answer stands for "not sure" too, since nothing tells them apart.
  func standsForUnsure(_ slot: Slot, _ question: Int) -> Bool {
    guard !slot.isUnsure, goal.unsure[question] == nil,
      let unsure = try? model.tree.slot(of: .unsure, to: QuestionID(question))
    else { return false }
    let twin = goal.twins.second(of: question)
    guard twin == question else { return false }
    return tests(of: question).allSatisfy { $0.isPassed(by: slot) == $0.isPassed(by: unsure) }
  }
}
