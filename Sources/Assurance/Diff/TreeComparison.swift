import Triage

/// Compares two versions of a tree for every class of patient.
public final class TreeComparison {
  let old: Grammar
  let new: Grammar
  let both: BothTrees
  let model: Model
  /// Who comes to which change. Of versions that differ in offers only, by outcome.
  private var graphs: [PatientGraph] = []
  private var hasCompared = false
  /// Outcomes whose offers have to be looked at, since they may differ between the versions.
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
    let visits = visitsOfOffers(&left) ?? [visitOfBoth(&left)]
    hasCompared = true
    graphs = visits.map { PatientGraph($0.search, model) }
    let changes = zip(graphs, visits).flatMap { graph, visit in
      graph.endings.indices.map { change($0, graph, visit.search.comparison!.found[$0]) }
    }
    return Difference(
      changes: changes.sorted { rank($0) < rank($1) }, isComplete: visits.allSatisfy(\.isComplete),
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

  /// Follows both versions side by side.
  private func visitOfBoth(_ budget: inout Budget) -> Visit {
    judged = Set(outcomesByName.values.filter { Set($0.map(lists)).count > 1 || $0.count == 1 }.flatMap(\.self))
    while true {
      let visit = visit(&budget)
      let doubtful = visit.search.comparison!.doubtful.subtracting(judged)
      guard !doubtful.isEmpty, visit.isComplete else { return visit }
      judged.formUnion(doubtful)
    }
  }

  private func visit(_ budget: inout Budget) -> Visit {
    let all = Array(repeating: true, count: model.grammar.outcomes.count)
    var goal = Goal(
      premise: model.diagrams.always,
      target: .apart(Parting(model, first: all, second: all), by: [both.version.position: .moreWorrying]))
    goal.twins = Twins(both.twins)
    goal.closings = closings()
    var search = Search(model, goal, order: .byStop)
    search.comparison = comparing(goal.closings)
    return Visit(search, &budget)
  }

  // MARK: What is the same

  /// What an outcome is to a patient, beside what it offers.
  func name(of outcome: OutcomeID) -> String {
    let isNew = outcome.position >= both.oldOutcomes
    let grammar = isNew ? new : old
    let own = isNew ? new.outcomes[outcome.position - both.oldOutcomes] : old.outcomes[outcome]
    let level = own.level.map { level in
      isNew ? grammar.levels[level].was ?? grammar.levels[level].name : grammar.levels[level].name
    }
    return "\(isNew ? own.was ?? own.name : own.name) \(level ?? "")"
  }

  private func comparing(_ closings: [Goal.Closing]) -> Comparing {
    let likeness = Likeness(model, closings) { [self] in name(of: $0) + lists(of: $0) }
    return Comparing(areAlike: likeness.areAlike) { [self] node in
      guard let one = outcome(node.first), let other = outcome(node.second!) else { return .same }
      if name(of: one) == name(of: other), !judged.contains(one), !judged.contains(other) {
        // The same lists for the same answers: only what was asked can make them offer something else.
        return .doubtful([one, other])
      }
      guard name(of: one) == name(of: other) else { return .otherwise(Comparing.Ending(old: one, new: other)) }
      return verdict(on: one, offer(of: one, node.first), other, offer(of: other, node.second!))
    }
  }

  /// What two offers of one outcome come to.
  func verdict(
    on one: OutcomeID, _ before: [StretchID], _ other: OutcomeID, _ after: [StretchID]
  ) -> Comparing.Verdict {
    let (was, now) = (before.map(name), after.map(name))
    if was == now { return .same }
    return .otherwise(
      Comparing.Ending(
        old: one, new: other, noLonger: before.filter { !now.contains(name(of: $0)) }.sorted(),
        newly: after.filter { !was.contains(name(of: $0)) }.sorted()))
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

  private var outcomesByName: [String: [OutcomeID]] {
    Dictionary(
      grouping: model.grammar.outcomes.ids.filter { !model.grammar.outcomes[$0].stretches.entries.isEmpty },
      by: { name(of: $0) })
  }

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

  /// What has to be known to compare offers. Where the lists are the same, that is which of their questions were asked.
  private func closings() -> [Goal.Closing] {
    outcomesByName.values.flatMap(\.self).sorted().flatMap { outcome in
      let list = model.grammar.outcomes[outcome].stretches
      let all = conditions(of: list, model.program.outcomeEntries[outcome.position])
      let wanted = judged.contains(outcome) ? all : asked(by: all)
      return wanted.map { Goal.Closing(diagram: $0, outcome: outcome, mustHold: false, mustFail: false) }
    }
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

  // MARK: Telling

  private func change(_ number: Int, _ graph: PatientGraph, _ found: Found) -> Difference.Change {
    let ending = graph.endings[number]
    let patients = graph.patients(comingTo: number, atMost: Self.mostTold + 1)
    let example = found.conversation.filter { $0.question != both.version }
    return Difference.Change(
      old: ending.old, new: OutcomeID(ending.new.position - both.oldOutcomes), noLonger: ending.noLonger,
      newly: ending.newly.map { StretchID($0.position - both.oldStretches) },
      patients: patients.prefix(Self.mostTold).map { told($0) }, common: told(graph.common(comingTo: number)),
      oldConversation: conversation(example, of: old) { $0.position < self.old.questions.count ? $0 : nil },
      newConversation: conversation(example, of: new) { self.newQuestion($0) },
      isCut: patients.count > Self.mostTold)
  }

  /// The question of the new version that a patient's answer goes to.
  private func newQuestion(_ question: QuestionID) -> QuestionID? {
    let twin = QuestionID(Twins(both.twins).second(of: question.position))
    return both.renumbering.questions.firstIndex(of: twin).map { QuestionID($0) }
  }

  private func conversation(
    _ found: [Found.Given], of grammar: Grammar, _ number: (QuestionID) -> QuestionID?
  ) -> [Event.Given] {
    var answers: [QuestionID: Answer] = [:]
    for given in found {
      guard let question = number(given.question) else { continue }
      let kind = grammar.questions[question].kind
      answers[question] = given.answer.isUnsure ? .unsure : .value(kind.value(of: given.answer.value))
    }
    var session = Session(Tree(lowering: grammar))
    while case .asking(let question) = session.position, let answer = answers[question] {
      guard (try? session.submit(.answer(question, answer))) != nil else { break }
    }
    return session.answers
  }

  private func told(_ patients: PatientGraph.Cube) -> Difference.Patients {
    Difference.Patients(
      answers: patients.filter { $0.key != both.version.position }.sorted { $0.key < $1.key }.map { question, answers in
        let id: Difference.Answers.Question =
          question < old.questions.count
          ? .old(QuestionID(question)) : .new(newQuestion(QuestionID(question)) ?? QuestionID(0))
        return Difference.Answers(question: id, accepted: answers)
      })
  }

  /// Lowered levels first, then raised ones, then the rest.
  private func rank(_ change: Difference.Change) -> Int {
    let (before, after) = (old.outcomes[change.old].level, new.outcomes[change.new].level)
    let (one, other) = (before?.position ?? -1, after?.position ?? -1)
    return other < one ? other - one - 1_000 : other > one ? 0 : 1
  }

  /// Whether a patient is among those to whom something else is told; nil before they were compared.
  public func isTold(otherwise answers: [QuestionID: Answer], andNew newAnswers: [QuestionID: Answer]) -> Bool? {
    let endings = graphs.map { graph in graph.ending { self.slot($0, answers, newAnswers) } }
    if endings.contains(where: { $0 != nil && $0! != nil }) { return true }
    return hasCompared && endings.allSatisfy { $0 != nil } ? false : nil
  }

  /// The answer to a question of both versions.
  private func slot(_ question: Int, _ old: [QuestionID: Answer], _ new: [QuestionID: Answer]) -> Slot? {
    if question == both.version.position { return oldVersion }
    let isOld = question < self.old.questions.count
    guard let own = isOld ? QuestionID(question) : newQuestion(QuestionID(question)) else { return nil }
    return (isOld ? old : new)[own].flatMap { try? model.tree.slot(of: $0, to: QuestionID(question)) }
  }

  /// The answer of whoever follows the old version.
  var oldVersion: Slot { Slot(value: 1, asked: true, unsure: false) }
}
