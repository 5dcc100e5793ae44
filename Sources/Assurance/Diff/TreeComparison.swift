import Triage

/// Compares two versions of a tree for every class of patient.
public final class TreeComparison {
  let old: Grammar
  let new: Grammar
  let both: BothTrees
  let model: Model
  /// Who comes to which change: of outcomes first, then of the offer of each.
  private var graphs: [PatientGraph] = []
  /// Outcomes whose offers are compared where everybody is looked at, since the answers of the new session alone do not
  /// tell what the old list offers. Of all others the offers are looked at outcome by outcome.
  private var judged: Set<OutcomeID> = []

  /// No more patients of one change are told than this.
  public static let mostTold = 1_000

  public init(old: Tree, new: Tree) {
    (self.old, self.new) = (old.grammar, new.grammar)
    both = BothTrees(old.grammar, new.grammar)
    model = Model(both.tree)
  }

  /// Everything that is told otherwise.
  public func difference(_ budget: Budget = Budget(states: Budget.usual)) -> Difference {
    var left = budget
    let everybody = visitOfAll(&left)
    var visits = [everybody]
    // Once the work is too much nothing is certain any more, and what was looked at is kept: no more is added.
    for pair in outcomePairs where !judged.contains(pair.old) && visits.allSatisfy(\.isComplete) {
      if let visit = visit(pair, &left) { visits.append(visit) }
    }
    graphs = visits.map { PatientGraph($0.search, model) }
    let changes = zip(graphs, visits).flatMap { graph, visit in
      graph.endings.indices.map { change($0, graph, visit.search.comparison!.found[$0]) }
    }
    return Difference(
      changes: changes.sorted { rank($0) < rank($1) },
      incomparable: new.questions.ids.filter { both.relations[$0.position].incomparable != nil },
      isComplete: visits.allSatisfy(\.isComplete),
      states: visits.reduce(0) { $0 + $1.search.table.count })
  }

  /// A look at all patients, or at all who come to an outcome.
  struct Visit {
    var search: Search
    var isComplete: Bool

    init(_ search: Search, _ budget: inout Budget) {
      self.search = search
      if case .nobody = self.search.run(&budget) { isComplete = true } else { isComplete = false }
    }
  }

  /// Everybody who ends elsewhere than before. Of outcomes that are judged, also whoever is offered something else.
  private func visitOfAll(_ budget: inout Budget) -> Visit {
    let pairs = outcomePairs
    let paired = Set(pairs.filter { isReadAlike($0) }.flatMap { [$0.old, $0.new] })
    judged = Set(offering.filter { !paired.contains($0) })
    let all = Array(repeating: true, count: model.grammar.outcomes.count)
    while true {
      let parting = Parting(model, first: all, second: all)
      let closings = closings(pairs)
      let visit = Visit(search(parting, closings, comparing(closings)), &budget)
      let doubtful = visit.search.comparison!.doubtful.subtracting(judged)
      guard !doubtful.isEmpty, visit.isComplete else { return visit }
      judged.formUnion(doubtful)
    }
  }

  /// A search that follows both versions side by side.
  func search(_ parting: Parting, _ closings: [Goal.Closing], _ comparing: Comparing) -> Search {
    var goal = Goal(
      premise: model.diagrams.always, target: .apart(parting, by: [both.version.position: .moreWorrying]))
    (goal.twins, goal.accepted, goal.unsure, goal.closings) = (Twins(both.twins), both.accepted, both.unsure, closings)
    var search = Search(model, goal, order: .byStop)
    search.comparison = comparing
    return search
  }

  // MARK: What is the same

  /// What an outcome is to a patient, beside what it offers.
  func name(of outcome: OutcomeID) -> String {
    let isNew = !isOld(outcome)
    let grammar = isNew ? new : old
    let own = isNew ? new.outcomes[outcome.position - both.oldOutcomes] : old.outcomes[outcome]
    let level = own.level.map { level in
      isNew ? grammar.levels[level].was ?? grammar.levels[level].name : grammar.levels[level].name
    }
    return "\(isNew ? own.was ?? own.name : own.name) \(level ?? "")"
  }

  private func comparing(_ closings: [Goal.Closing]) -> Comparing {
    let likeness = Likeness(model, closings, apartUntilAsked: Set(both.unsure.keys)) { [self] in
      name(of: $0) + (judged.contains($0) ? lists(of: $0) : "")
    }
    return Comparing(areAlike: likeness.areAlike) { [self] node in
      guard let one = outcome(node.first), let other = outcome(node.second!) else { return .same }
      guard name(of: one) == name(of: other) else { return .otherwise(Comparing.Ending(old: one, new: other)) }
      if !judged.contains(one), !judged.contains(other) {
        // The same was not asked, so that the new answers alone do not tell what either list offers.
        return offers(one) || offers(other) ? .doubtful([one, other]) : .same
      }
      let pair = OutcomePair(old: one, new: other)
      return verdict(on: pair, offer(of: one, node.first), offer(of: other, node.second!))
    }
  }

  private func outcome(_ traveller: Traveller) -> OutcomeID? {
    if case .end(let outcome) = model.stops[traveller.stop].kind { outcome } else { nil }
  }

  func name(of stretch: StretchID) -> String {
    guard stretch.position >= both.oldStretches else { return old.stretches[stretch].name }
    let own = new.stretches[stretch.position - both.oldStretches]
    return own.was ?? own.name
  }

  private func offer(of outcome: OutcomeID, _ traveller: Traveller) -> [StretchID] {
    judged.contains(outcome) ? model.offer(of: outcome, to: traveller).stretches : []
  }

  // MARK: Offers

  private var offering: [OutcomeID] { model.grammar.outcomes.ids.filter { offers($0) } }

  private func offers(_ outcome: OutcomeID) -> Bool { !model.grammar.outcomes[outcome].stretches.entries.isEmpty }

  /// What decides an outcome's offer, as text: the same text, the same offer for the same answers.
  private func lists(of outcome: OutcomeID) -> String {
    let list = model.grammar.outcomes[outcome].stretches
    return lists(list, model.program.outcomeEntries[outcome.position])
  }

  private func lists(_ list: StretchList, _ units: [Int32?]) -> String {
    let entries = zip(list.entries, units).map { entry, unit in
      let condition = unit.map { "\(model.condition(ofUnit: $0))" } ?? ""
      switch entry.use {
      case .stretch(let stretch): return condition + spelled(stretch)
      case .firstOf(let stretches): return condition + "first\(stretches.map(spelled))"
      case .programme(let programme):
        let units = model.program.programmeEntries[programme.position]
        return condition + lists(model.grammar.programmes[programme].list, units)
      }
    }
    return "\(entries)\(list.atMost ?? 0)"
  }

  private func spelled(_ stretch: StretchID) -> String {
    name(of: stretch) + "\(model.program.avoids[stretch.position].map { model.condition(ofUnit: $0.mayHold) })"
  }

  /// What has to be known to compare offers: of outcomes that are judged all of it, of the others which of the questions
  /// that the old list reads were asked.
  private func closings(_ pairs: [OutcomePair]) -> [Goal.Closing] {
    func closings(_ diagrams: [Diagrams.Ref], _ outcome: OutcomeID) -> [Goal.Closing] {
      diagrams.map { Goal.Closing(diagram: $0, outcome: outcome, mustHold: false, mustFail: false) }
    }
    let whole = judged.sorted().flatMap { closings(conditions(of: $0), $0) }
    return whole
      + pairs.filter { !judged.contains($0.old) }.flatMap { pair in
        let asked = asked(by: conditions(of: pair.old))
        return closings(asked, pair.old) + closings(asked, pair.new)
      }
  }

  func conditions(of outcome: OutcomeID) -> [Diagrams.Ref] {
    conditions(of: model.grammar.outcomes[outcome].stretches, model.program.outcomeEntries[outcome.position])
  }

  /// Whether each question that some conditions read was asked.
  private func asked(by conditions: [Diagrams.Ref]) -> [Diagrams.Ref] {
    let tests = Set(conditions.flatMap { model.diagrams.tests(in: $0) }).map { model.diagrams.tests[Int($0)] }
    let wasAsked = Set(tests.map { $0.changed(to: .wasAsked) }).sorted { $0.question < $1.question }
    return wasAsked.map { model.diagrams.node($0, ifHolds: model.diagrams.always, ifFails: model.diagrams.never) }
  }

  private func conditions(of list: StretchList, _ units: [Int32?]) -> [Diagrams.Ref] {
    let own = units.compactMap(\.self).map { model.condition(ofUnit: $0) }
    return own
      + list.entries.flatMap { entry in
        switch entry.use {
        case .stretch(let stretch): cautions(of: stretch)
        case .firstOf(let stretches): stretches.flatMap { cautions(of: $0) }
        case .programme(let programme):
          conditions(
            of: model.grammar.programmes[programme].list, model.program.programmeEntries[programme.position])
        }
      }
  }

  private func cautions(of stretch: StretchID) -> [Diagrams.Ref] {
    model.program.avoids[stretch.position].map { model.condition(ofUnit: $0.mayHold) }
  }

  // MARK: One patient

  /// Whether a patient is among those to whom something else is told; nil before they were compared.
  public func isTold(otherwise answers: [QuestionID: Answer], andNew newAnswers: [QuestionID: Answer]) -> Bool? {
    let endings = graphs.map { graph in graph.ending { self.slot($0, answers, newAnswers) } }
    if endings.contains(where: { $0 != nil && $0! != nil }) { return true }
    return !graphs.isEmpty && endings.allSatisfy { $0 != nil } ? false : nil
  }

  /// The answer to a question of both versions.
  private func slot(_ question: Int, _ old: [QuestionID: Answer], _ new: [QuestionID: Answer]) -> Slot? {
    if question == both.version.position { return Slot(value: 0, asked: true, unsure: false) }
    let isOld = question < self.old.questions.count
    guard let own = isOld ? QuestionID(question) : newQuestion(QuestionID(question)) else { return nil }
    let answer = (isOld ? old : new)[own]
    if case .some(nil) = both.unsure[question], answer == .unsure { return nil }
    return answer.flatMap { try? model.tree.slot(of: $0, to: QuestionID(question)) }
  }
}
