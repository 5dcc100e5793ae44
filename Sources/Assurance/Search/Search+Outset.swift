import Triage

/// What can be seen before anybody is followed: contradictions between whom a goal is about and what it takes to get
/// there.
extension Search {
  /// Whether it is seen at once that nobody can reach the goal.
  mutating func isHopelessAtTheOutset(from stop: Int) -> Bool {
    switch goal.target {
    case .questions: false
    case .end(let ends): !isOpen(ends) || isContradicted(goal.premise, from: stop)
    case .apart(_, let differences): !differences.keys.contains { canPart(byAnswersTo: $0) }
    case .passage(let approach):
      approach.starts.allSatisfy { start in
        isContradicted(model.certain(of: approach.conditions[start], at: start), from: stop)
      }
    case .question, .everything: isContradicted(goal.premise, from: stop)
    }
  }

  /// Whether one of the outcomes that are wanted may come out as it has to.
  private func isOpen(_ ends: [Goal.End]) -> Bool {
    model.outcomes.contains { outcome in
      guard ends[outcome.position] != .no else { return false }
      return goal.closings.contains { $0.outcome == outcome } ? canClose(in: outcome) : true
    }
  }

  /// Whether what every way to the target needs contradicts a premise about the patient.
  private func isContradicted(_ premise: Diagrams.Ref, from stop: Int) -> Bool {
    guard let together else { return false }
    let read = Set(model.questions(in: premise))
    var (passes, asked) = ([Diagrams.Ref](), Set<Int>())
    for passed in together.passed(from: stop).prefix(while: { !together.isTarget[$0] }) {
      if case .ask(let question) = model.stops[passed].kind { asked.insert(question.position) }
      guard !read.isDisjoint(with: model.questions(in: model.onward[passed])) else { continue }
      passes.append(model.diagrams.and(given: premise, passing(passed, on: together, whereAsked: asked)))
    }
    // What the premise says in so many words is seen at once; anything else is worked out.
    return passes.contains(model.diagrams.never) || !passes.allSatisfy { model.couldHold($0) }
  }

  /// Whether two who differ in their answer to a question can come to part where a decision reads it.
  mutating func canPart(byAnswersTo question: Int) -> Bool {
    guard let parting = goal.parting else { return true }
    let plan = plan(for: question)
    if gaveUp { return true }
    let differences = plan.differences.map { first, second in
      (first.map { number(question, $0) }, second.map { number(question, $0) })
    }
    return model.reading[question].contains { stop in
      let decision = model.onward[Int(stop)]
      return differences.contains { first, second in
        let one = first.reduce(decision) { model.diagrams.restrict($0, by: $1) }
        let other = second.reduce(decision) { model.diagrams.restrict($0, by: $1) }
        return canPart(one, other, parting)
      }
    }
  }

  /// Whether the premise leaves an outcome's closings a way to come out as they must.
  private func canClose(in outcome: OutcomeID) -> Bool {
    let stop = model.stops.number(endingIn: outcome)
    var needed = goal.premise
    for closing in goal.closings where closing.outcome == outcome {
      let diagram = model.ofPatient(closing.diagram, at: stop, paths)
      if closing.mustHold { needed = model.diagrams.and(needed, diagram) }
      if closing.mustFail { needed = model.diagrams.and(needed, model.diagrams.not(diagram)) }
    }
    return model.couldHold(needed)
  }

  /// Which patients go on from a stop towards the goal.
  ///
  /// - Parameter asked: questions that each of them has been asked by then.
  private func passing(_ stop: Int, on course: Course, whereAsked asked: Set<Int>) -> Diagrams.Ref {
    var known: [Diagrams.Ref: Diagrams.Ref] = [:]
    let leaves = model.diagrams.mappingLeaves(of: model.onward[stop], &known) {
      course.leadsThere[Int($0)] ? model.diagrams.always : model.diagrams.never
    }
    return model.ofPatient(leaves, at: stop, paths, whereAsked: asked)
  }
}

extension Model {
  /// By stop: what can come next for those whom a premise means, as far as it says so in single answers.
  func next(given premise: Diagrams.Ref) -> [[Int32]] {
    var next = paths.next
    let stops = Set(diagrams.questionsDecided(by: premise).flatMap { reading[Int($0)] })
    for stop in stops.map(Int.init) {
      next[stop] = diagrams.leaves(of: diagrams.relieved(onwardOfPatient(stop), of: premise))
    }
    return next
  }

  /// What comes next after a stop, as a decision over the patient's own answers.
  private func onwardOfPatient(_ stop: Int) -> Diagrams.Ref {
    if let known = onwardsOfPatient[stop] { return known }
    let onward = ofPatient(onward[stop], at: stop, paths)
    onwardsOfPatient[stop] = onward
    return onward
  }

  /// What a condition over the answers entered says of the patient for certain: of a question that need not have been
  /// asked by then it says nothing.
  func certain(of condition: Diagrams.Ref, at stop: Int) -> Diagrams.Ref {
    var known: [Diagrams.Ref: Diagrams.Ref] = [:]
    return diagrams.loosened(condition, &known) { test in
      test.operation != .wasAsked && isAsked(Int(test.question), at: stop, paths)
    }
  }

  /// The questions whose answers a decision reads, by their numbers in its tests.
  func questions(in decision: Diagrams.Ref) -> [Int32] {
    diagrams.tests(in: decision).map { diagrams.tests[Int($0)].question }
  }

  /// A condition over the answers entered as one over the patient's: what was not asked counts as it does then.
  ///
  /// - Parameter asked: questions that are known to have been asked, besides those that every way to the stop asks.
  func ofPatient(
    _ condition: Diagrams.Ref, at stop: Int, _ paths: Paths, whereAsked asked: Set<Int> = []
  ) -> Diagrams.Ref {
    func isKnown(_ test: AnswerTest) -> Bool {
      let question = Int(test.question)
      return test.operation == .wasAsked || asked.contains(question) || isAsked(question, at: stop, paths)
    }
    if diagrams.tests(in: condition).allSatisfy({ isKnown(diagrams.tests[Int($0)]) }) { return condition }
    var known: [Diagrams.Ref: Diagrams.Ref] = [:]
    return diagrams.replacing(condition, &known) { test in
      let holds = diagrams.node(test, ifHolds: diagrams.always, ifFails: diagrams.never)
      if isKnown(test) { return holds }
      let question = Int(test.question)
      let wasAsked = diagrams.node(test.changed(to: .wasAsked), ifHolds: diagrams.always, ifFails: diagrams.never)
      let otherwise = test.isPassed(by: program.unasked[question]) ? diagrams.always : diagrams.never
      return diagrams.choose(wasAsked, holds, otherwise)
    }
  }

  private func isAsked(_ question: Int, at stop: Int, _ paths: Paths) -> Bool {
    if case .ask(let own) = stops[stop].kind, own.position == question { return true }
    return paths.isAsked(question, before: stop)
  }
}
