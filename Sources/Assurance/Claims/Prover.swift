import Triage

/// Proves, or refutes, what has to be true of one tree.
public final class Prover {
  let model: Model
  var paths: Paths { model.paths }
  public var budget: Budget
  /// What was looked at, for those who measure.
  public private(set) var effort = Effort()
  /// By guarantee: its conditions, over the patient.
  let conditions: [(premise: Diagrams.Ref?, claim: Diagrams.Ref?)]
  /// By alarm: which patients it is true for.
  let alarms: [Diagrams.Ref]
  /// By place among the red flags: whether it applies to some and not to others.
  private(set) lazy var isConditional = flags.map { model.applies($0) != diagrams.always }
  /// How many counterexamples are still worked out; nobody reads more. Without any, a claim is only decided.
  public var examplesLeft = 100
  /// How many searches were given up.
  private var searchesInVain = 0
  private var survey: Survey?
  private var longestWays: [QuestionID: LongestWay] = [:]
  /// By level: where somebody has to end who reaches it, and somebody else who does not.
  private var partings: [LevelID: Parting?] = [:]

  public struct Effort: Sendable {
    public var searches = 0
    public var states = 0
  }

  var grammar: Grammar { model.grammar }
  var diagrams: Diagrams { model.diagrams }

  /// - Parameter budget: how much work may be done for each thing to be proven; less after some that could not be.
  public init(_ tree: Tree, budget: Budget = Budget(states: Budget.usual)) {
    let grammar = tree.grammar
    let besides = grammar.guarantees.flatMap { [$0.premiseCondition, $0.claimCondition].compactMap(\.self) }
    model = Model(Tree(lowering: grammar, besides: besides))
    self.budget = budget
    var units = model.program.besides[...]
    let model = model
    conditions = grammar.guarantees.map { guarantee in
      let premise = guarantee.premiseCondition.map { _ in model.condition(ofAnswers: units.removeFirst()) }
      return (premise, guarantee.claimCondition.map { _ in model.condition(ofAnswers: units.removeFirst()) })
    }
    alarms = grammar.alarms.ids.map { model.condition(ofAlarm: $0) }
  }

  // MARK: Searching

  /// Looks for somebody who reaches a goal; for the one with the fewest questions where there is any.
  func search(_ goal: Goal) -> SearchResult {
    let quick = quickSearch(goal)
    guard case .somebody(let found) = quick, examplesLeft > 0, !hasFewestQuestions(found, goal) else { return quick }
    if case .somebody(let found) = search(goal, .fewestQuestions) { return .somebody(found) }
    return quick
  }

  /// Whether it is plain from the tree alone that nobody gets there with fewer questions.
  private func hasFewestQuestions(_ found: Found, _ goal: Goal) -> Bool {
    if case .questions = goal.target { return false }
    guard goal.parting == nil, goal.afterwards == nil else { return false }
    return found.conversation.count <= Int(goal.course(of: model).distance[model.first])
  }

  /// The same, satisfied with anybody.
  ///
  /// Where an offer decides, outcomes are looked at one by one: what each of them needs can be asked for early.
  func quickSearch(_ goal: Goal) -> SearchResult {
    guard case .end(let ends) = goal.target, !goal.closings.isEmpty else { return search(goal, .nearest) }
    var isKnown = true
    for outcome in model.outcomes where ends[outcome.position] != .no {
      var (one, end) = (goal, ends.map { _ in Goal.End.no })
      end[outcome.position] = ends[outcome.position]
      one.target = .end(end)
      one.closings = goal.closings.filter { $0.outcome == outcome }
      switch search(one, .nearest) {
      case .somebody(let found): return .somebody(found)
      case .unknown: isKnown = false
      case .nobody: continue
      }
    }
    return isKnown ? .nobody : .unknown
  }

  private func search(_ goal: Goal, _ order: Search.Order) -> SearchResult {
    if case .apart(_, let differences) = goal.target, differences.count == 1, let survey = surveyOfLongTree() {
      var search = Search(model, goal, order: order, isApart: true)
      search.isTold = examplesLeft > 0
      return run(&search) { $0.run(from: survey, whereAsked: differences.first!.key, &$1) }
    }
    var search = Search(model, goal, order: order)
    return run(&search) { $0.run(&$1) { order == .nearest ? guess(goal) : nil } }
  }

  /// Looks for somebody who takes a passage, and notes which ways all walks take meanwhile.
  func search(for passage: Passage, _ trail: inout Trail) -> SearchResult {
    let goal = Goal(premise: diagrams.always, target: .passage(Approach(model, to: passage)))
    var search = Search(model, goal, order: .nearest)
    search.trail = trail
    defer { trail = search.trail! }
    return run(&search) { $0.run(&$1) }
  }

  private func run(_ search: inout Search, _ run: (inout Search, inout Budget) -> SearchResult) -> SearchResult {
    var left = budget.afterSearchesInVain(searchesInVain)
    let result = run(&search, &left)
    if case .unknown = result { searchesInVain += 1 }
    effort.searches += 1
    effort.states += search.table.count
    return result
  }

  /// The way to a question is long in a long tree, and much the same for the next one: it is visited once.
  func surveyOfLongTree() -> Survey? {
    guard isLong else { return nil }
    let survey = surveyed()
    return survey.isComplete ? survey : nil
  }

  var isLong: Bool { model.stops.all.count > manyStops }
  var manyStops = 300

  /// Sessions of which the first reaches a level and the second does not; nil where every outcome is on one side.
  func parting(at level: LevelID) -> Parting? {
    if let known = partings[level] { return known }
    let reached = grammar.outcomes.map { $0.level.map { $0 >= level } ?? false }
    let missed = grammar.outcomes.map { $0.level.map { $0 < level } ?? true }
    let isSplit = reached.contains(true) && missed.contains(true)
    let parting = isSplit ? Parting(model, first: reached, second: missed) : nil
    partings[level] = parting
    return parting
  }

  /// The longest way to a question.
  struct LongestWay {
    /// The most that are asked before it; nil where nobody comes to it.
    var questions: Int?
    /// Whether every way was looked along.
    var isComplete: Bool
    /// The red flags that every one of these ways has asked; nil where nobody comes to it, or nobody can be stuck at it.
    var asked: FlagSet?
  }

  /// What is known of the longest way to a question; looked for once.
  func longestWay(to question: QuestionID) -> LongestWay {
    if let known = longestWays[question] { return known }
    let way: LongestWay
    if let survey = surveyOfLongTree() {
      way = LongestWay(
        questions: survey.mostBefore[question.position], isComplete: true, asked: survey.asked.before(question))
    } else {
      let goal = Goal(premise: diagrams.always, target: .question([question]))
      var search = Search(model, goal, order: .byStop)
      search.askedFlags = AskedFlags(grammar)
      let result = run(&search) { $0.run(&$1) }
      let most = model.asking[question.position].compactMap { search.deepest[Int($0)] }.max()
      let isComplete = if case .nobody = result { true } else { false }
      way = LongestWay(
        questions: most, isComplete: isComplete, asked: search.askedFlags?.before(question))
    }
    longestWays[question] = way
    return way
  }

  /// What a visit to every state shows.
  func surveyed() -> Survey {
    if let survey { return survey }
    let made = Survey(model, budget)
    effort.searches += 1
    effort.states += made.states
    survey = made
    return made
  }

  /// Whether a question is asked at all before the end.
  var asksSomething: Bool {
    if case .ask = model.stops[Int(paths.order[0])].kind { true } else { false }
  }
}

extension Guarantee {
  var premiseCondition: Condition? { if case .patient(let condition) = premise { condition } else { nil } }
  var claimCondition: Condition? { if case .patient(let condition) = claim { condition } else { nil } }

  /// The question without which its claim is broken.
  var questionToAsk: QuestionID? {
    switch claim {
    case .asks(let question, _), .asksBefore(let question, _), .asksBeforeOffering(let question),
      .offersOnlyAfter(_, let question):
      question
    default: nil
    }
  }
}

extension Model {
  /// Which patients a unit is true for by their own answers: to each question they have one, asked or not.
  func condition(ofAnswers unit: Int32) -> Diagrams.Ref {
    var known: [Diagrams.Ref: Diagrams.Ref] = [:]
    return diagrams.replacing(condition(ofUnit: unit), &known) { whetherPassed($0) }
  }

  /// Whether a patient's own answer passes a test.
  private func whetherPassed(_ test: AnswerTest) -> Diagrams.Ref {
    if test.operation == .wasAsked { return diagrams.always }
    return diagrams.node(test, ifHolds: diagrams.always, ifFails: diagrams.never)
  }

  /// Which patients an alarm is true for: one of its questions that does not apply has no answer, nor has any question
  /// that it does not ask.
  func condition(ofAlarm alarm: AlarmID) -> Diagrams.Ref {
    guard let unit = program.alarms[alarm.position] else { return diagrams.always }
    let asks = Set(grammar.alarms[alarm].asks.map(\.question.position))
    return whereItApplies(condition(ofUnit: unit), among: asks.contains) { _ in .blank }
  }

  /// Whether a question applies to a patient. What rests on a question that does not apply reads it as not asked.
  func applies(_ question: QuestionID) -> Diagrams.Ref {
    guard let unit = program.applies[question.position] else { return diagrams.always }
    if let known = applying[question] { return known }
    let result = whereItApplies(condition(ofUnit: unit), among: { _ in true }) { program.unasked[$0] }
    applying[question] = result
    return result
  }

  /// A condition of which each question that does not apply, or is none of those that are asked, has another answer.
  private func whereItApplies(
    _ condition: Diagrams.Ref, among isAsked: (Int) -> Bool, otherwise: (Int) -> Slot
  ) -> Diagrams.Ref {
    var known: [Diagrams.Ref: Diagrams.Ref] = [:]
    return diagrams.replacing(condition, &known) { test in
      let question = Int(test.question)
      let fallback = test.isPassed(by: otherwise(question)) ? diagrams.always : diagrams.never
      guard isAsked(question) else { return fallback }
      return diagrams.choose(applies(QuestionID(question)), whetherPassed(test), fallback)
    }
  }
}
