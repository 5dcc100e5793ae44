import TestSupport
import Testing
import Triage
import Validation

@testable import Assurance

/// The comparison of two versions held against a look at every patient of both.
@Suite struct `Differences of small random trees` {
  private static let trees: ClosedRange<UInt64> = 1...250

  @Test(arguments: Edit.allCases) func `name exactly the patients who are told something else`(_ edit: Edit) throws {
    var (looked, compared) = (0, 0)
    for seed in edit.trees {
      let old = RandomTree.grammar(seed: seed, size: .small)
      var random = RandomSource(seed: seed)
      guard let new = edit.applied(to: old, &random), new != old, let newTree = try? Tree(new) else { continue }
      let comparison = TreeComparison(old: try Tree(old), new: newTree)
      let difference = comparison.difference()
      try #require(difference.isComplete)
      let changed = BruteForce.changedPatients(from: old, to: new)
      for patient in changed {
        let answers = patient.answers
        #expect(isTold(answers, old, new, comparison) == true, "seed \(seed): missed \(answers)")
      }
      let patients = Patients(new)
      let told = patients.all.count { patient in
        let answers = new.questions.ids.map { (new.questions[$0].name, patients.answer(of: patient, to: $0)) }
        return isTold(Dictionary(uniqueKeysWithValues: answers), old, new, comparison) == true
      }
      #expect(told == changed.count, "seed \(seed)")
      #expect(difference.changes.isEmpty == changed.isEmpty, "seed \(seed)")
      looked += 1
      if !changed.isEmpty { compared += 1 }
    }
    #expect(looked > 3, "\(edit)")
    #expect(compared > 3 || edit.isOfAnswersAlone, "\(edit)")
  }

  @Test(arguments: [Edit.swapTargets, .negateBranch, .changeUnsure])
  func `say of all patients of a change only what each set of them answers`(_ edit: Edit) throws {
    var looked = 0
    for seed in Self.trees {
      let old = RandomTree.grammar(seed: seed, size: .small)
      var random = RandomSource(seed: seed)
      guard let new = edit.applied(to: old, &random), new != old, let newTree = try? Tree(new) else { continue }
      for change in TreeComparison(old: try Tree(old), new: newTree).difference().changes where !change.isCut {
        for common in change.common.answers {
          looked += 1
          let answers = change.patients.map { $0.answers.first { $0.question == common.question }?.accepted }
          #expect(answers.allSatisfy { isWithin($0, common.accepted) }, "seed \(seed): \(common) \(answers)")
        }
      }
    }
    #expect(looked > 10)
  }

  @Test(arguments: [Edit.dropAvoid, .addAvoid, .clearAvoids, .changeWhen, .changeCap, .dropAvoidAndSwapTargets])
  func `say of an offer what is gone and what is new`(_ edit: Edit) throws {
    var looked = 0
    for seed in Self.trees {
      let old = RandomTree.grammar(seed: seed, size: .small)
      var random = RandomSource(seed: seed)
      guard let new = edit.applied(to: old, &random), new != old, let newTree = try? Tree(new) else { continue }
      for change in TreeComparison(old: try Tree(old), new: newTree).difference().changes where change.old == change.new
      {
        let before = try offer(of: change.old, to: change.oldConversation, Tree(old))
        let after = try offer(of: change.new, to: change.newConversation, newTree)
        #expect(Set(change.noLonger) == Set(before).subtracting(after), "seed \(seed)")
        #expect(Set(change.newly) == Set(after).subtracting(before), "seed \(seed)")
        looked += 1
      }
    }
    #expect(looked > 3, "\(edit)")
  }

  private func offer(of outcome: OutcomeID, to answers: [Event.Given], _ tree: Tree) throws -> [StretchID] {
    var session = Session(tree)
    for given in answers { try session.submit(.answer(given.question, given.answer)) }
    guard case .ended(let ending) = session.position else { return [] }
    #expect(ending.outcome == outcome)
    return session.offer.stretches
  }

  private func isWithin(_ answers: Difference.Answers.Accepted?, _ common: Difference.Answers.Accepted) -> Bool {
    switch (answers, common) {
    case (.values(let ranges, let isUnsure)?, .values(let all, let mayBeUnsure)):
      (!isUnsure || mayBeUnsure)
        && ranges.allSatisfy { range in range.allSatisfy { code in all.contains { $0.contains(code) } } }
    case (.picks(let picked, let left)?, .picks(let all, let none)): all.isSubset(of: picked) && none.isSubset(of: left)
    default: false
    }
  }

  /// Nil for a patient who gives an answer that the old version does not take.
  private func isTold(
    _ answers: [String: Answer], _ old: Grammar, _ new: Grammar, _ comparison: TreeComparison
  ) -> Bool? {
    var (before, after): ([QuestionID: Answer], [QuestionID: Answer]) = ([:], [:])
    for id in new.questions.ids { after[id] = answers[new.questions[id].name] }
    for id in old.questions.ids {
      let question = old.questions[id]
      guard let answer = answers[question.name] else { continue }
      guard let later = new.questions.first(where: { $0.name == question.name }) else {
        before[id] = answer
        continue
      }
      guard let own = question.answer(answer, to: later), question.takes(own) else { return nil }
      before[id] = own
    }
    return comparison.isTold(otherwise: before, andNew: after)
  }
}

/// A change to a tree as somebody might make it.
enum Edit: CaseIterable {
  case swapTargets, negateBranch, dropBranch, dropAvoid, changeLevel, moveThreshold, changeUnsure, dropStep, swapSteps
  case changeFact, addAvoid, clearAvoids, changeWhen, swapEntries, changeCap
  case dropAvoidAndSwapTargets, dropAvoidAndStep, dropAvoidAndChangeUnsure
  case widenRange, narrowRange, refineStep, coarsenStep, addChoice, addChoiceInFront, removeChoice
  case widenRangeAndNegateBranch, addChoiceAndNegateBranch, removeChoiceAndChangeFact, addChoiceInFrontAndDropAvoid

  /// Nil where there is nothing to change so.
  func applied(to grammar: Grammar, _ random: inout RandomSource) -> Grammar? {
    var edited = grammar
    switch self {
    case .changeLevel:
      let outcome = random.pick(grammar.outcomes.ids)
      edited.outcomes[outcome.position].level = random.pick(grammar.levels.ids)
    case .dropAvoid:
      guard let stretch = grammar.stretches.indices.first(where: { !grammar.stretches[$0].avoid.isEmpty }) else {
        return nil
      }
      edited.stretches[stretch].avoid.removeLast()
    case .dropAvoidAndSwapTargets: return both(.dropAvoid, .swapTargets, grammar, &random)
    case .dropAvoidAndStep: return both(.dropAvoid, .dropStep, grammar, &random)
    case .dropAvoidAndChangeUnsure: return both(.dropAvoid, .changeUnsure, grammar, &random)
    case .addAvoid:
      guard !grammar.stretches.isEmpty, !grammar.facts.isEmpty else { return nil }
      let avoid = Stretch.Avoid.fact(random.pick(grammar.facts.ids), .none)
      edited.stretches[random.pick(grammar.stretches.ids).position].avoid.append(avoid)
    case .clearAvoids:
      for stretch in grammar.stretches.indices { edited.stretches[stretch].avoid = [] }
    case .changeWhen, .swapEntries, .changeCap: return editingLists(of: grammar, &random)
    case .changeUnsure:
      guard let question = grammar.questions.indices.first(where: { grammar.questions[$0].kind == .yesNo }),
        case .counts(let literal) = grammar.questions[question].unsure
      else { return nil }
      edited.questions[question].unsure = .counts(as: Literal(literal.value == .yes ? .no : .yes))
    case .changeFact:
      guard !grammar.facts.isEmpty else { return nil }
      let fact = random.number(in: 0...grammar.facts.count - 1)
      edited.facts[fact].condition = .not(grammar.facts[fact].condition)
    case .dropStep:
      guard let section = grammar.sections.indices.first(where: { grammar.sections[$0].steps.count > 2 }) else {
        return nil
      }
      edited.sections[section].steps.remove(at: 1)
    case .swapSteps:
      guard let section = grammar.sections.indices.first(where: { grammar.sections[$0].steps.count > 2 }) else {
        return nil
      }
      edited.sections[section].steps.swapAt(0, 1)
    case .swapTargets, .negateBranch, .dropBranch, .moveThreshold: return editingBranches(of: grammar)
    case .widenRange, .narrowRange, .refineStep, .coarsenStep, .addChoice, .addChoiceInFront, .removeChoice:
      return editingAnswers(of: grammar)
    case .widenRangeAndNegateBranch: return both(.widenRange, .negateBranch, grammar, &random)
    case .addChoiceAndNegateBranch: return both(.addChoice, .negateBranch, grammar, &random)
    case .removeChoiceAndChangeFact: return both(.removeChoice, .changeFact, grammar, &random)
    case .addChoiceInFrontAndDropAvoid: return both(.addChoiceInFront, .dropAvoid, grammar, &random)
    }
    return edited
  }

  private func both(_ one: Edit, _ other: Edit, _ grammar: Grammar, _ random: inout RandomSource) -> Grammar? {
    one.applied(to: grammar, &random).flatMap { other.applied(to: $0, &random) }
  }

  private func editingLists(of grammar: Grammar, _ random: inout RandomSource) -> Grammar? {
    let offering = grammar.outcomes.ids.filter { !grammar.outcomes[$0].stretches.entries.isEmpty }
    guard !offering.isEmpty else { return nil }
    var edited = grammar
    let outcome = random.pick(offering).position
    var list = grammar.outcomes[outcome].stretches
    let last = list.entries.count - 1
    switch self {
    case .swapEntries: list.entries.swapAt(0, last)
    case .changeCap: list.atMost = list.atMost.map { $0 == 1 ? nil : $0 - 1 } ?? 1
    default: list.entries[last].condition = list.entries[last].condition.map { .not($0) } ?? .never
    }
    edited.outcomes[outcome].stretches = list
    return edited
  }

  private func editingBranches(of grammar: Grammar) -> Grammar? {
    var edited = grammar
    for section in grammar.sections.indices {
      for step in grammar.sections[section].steps.indices {
        guard case .decide(var branches) = grammar.sections[section].steps[step].action, branches.count > 1 else {
          continue
        }
        switch self {
        case .swapTargets:
          let target = branches[0].target
          branches[0].target = branches[1].target
          branches[1].target = target
        case .dropBranch: branches.removeFirst()
        case .moveThreshold:
          guard let condition = branches[0].condition else { continue }
          branches[0].condition = .all([condition, branches[1].condition.map { .not($0) } ?? .always])
        default:
          guard let condition = branches[0].condition else { continue }
          branches[0].condition = .not(condition)
        }
        edited.sections[section].steps[step].action = .decide(branches)
        return edited
      }
    }
    return nil
  }
}
