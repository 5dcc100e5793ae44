import Triage

/// Looks for the smallest sets of changes, first those of one change, then of two, and so on.
///
/// Depth first over the answers that decisions tell apart. Sessions that stand at one place, and to whose answers all
/// that is still to be decided comes alike, are looked at once for each number of changes that are left.
struct ChangeSearch {
  private let model: Model
  private let why: WhyNot
  private let target: OutcomeID?
  private var budget: Budget
  private var isOut = false
  private var known: [State: Ways] = [:]
  private var kinds: [QuestionID: AnswerKinds] = [:]
  private var prospects: [Int: Prospect] = [:]

  /// By changes and outcome, one way to answer what is newly asked.
  typealias Ways = [Key: [Condition]]

  struct Key: Hashable {
    var changes: [Changed]
    var outcome: OutcomeID
  }

  /// A given answer that becomes one of another kind.
  struct Changed: Hashable {
    var question: QuestionID
    var kind: Int
  }

  /// What has to be answered to a question that is newly asked: any of some kinds.
  struct Condition: Hashable {
    var question: QuestionID
    var kinds: Set<Int>
  }

  private struct State: Hashable {
    var stop: Int
    var changes: Int
    /// What the answers leave of every decision that can still come. Whether a question was asked that can come again
    /// shows there too, unless its answer has become indifferent.
    var rest: [Diagrams.Ref]
  }

  /// Somebody on the way.
  private struct Session {
    var stop: Int
    var slots: [Slot]
    /// By stop: what is left of its decision.
    var decisions: [Diagrams.Ref]
  }

  /// What can come after a stop.
  private struct Prospect {
    var stops: [Int]
    /// How many of the given answers can be asked for.
    var given: Int
    var leadsThere: Bool
  }

  init(_ why: WhyNot, to target: OutcomeID?, _ budget: Budget) {
    (self.why, self.target, self.budget) = (why, target, budget)
    model = Model(why.tree)
  }

  mutating func run() -> WhyNot.Result {
    if model.hasTooManyPoints { return .notLooked(beyond: 0) }
    let start = Session(stop: model.first, slots: model.program.unasked, decisions: model.onward)
    guard prospect(at: start.stop).leadsThere else { return .nobody }
    for changes in why.given.indices.map({ $0 + 1 }) {
      let ways = ways(of: start, changes: changes)
      if isOut { return .notLooked(beyond: changes - 1) }
      if !ways.isEmpty { return .ways(told(ways)) }
    }
    return .nobody
  }

  // MARK: Looking

  /// All ways on with exactly so many changes.
  private mutating func ways(of session: Session, changes: Int) -> Ways {
    switch model.stops[session.stop].kind {
    case .end(let outcome):
      return changes == 0 && isWanted(outcome) ? [Key(changes: [], outcome: outcome): []] : [:]
    case .join: return [:]  // nobody comes to a stop there
    case .ask(let question):
      let prospect = prospect(at: session.stop)
      guard prospect.leadsThere, changes <= prospect.given, !isOut else { return [:] }
      let state = State(stop: session.stop, changes: changes, rest: rest(of: session, prospect))
      if let ways = known[state] { return ways }
      let isGiven = why.given.contains(question)
      let ways = isGiven ? ways(of: session, given: question, changes) : ways(of: session, new: question, changes)
      if !isOut { known[state] = ways }
      return ways
    }
  }

  private func rest(of session: Session, _ prospect: Prospect) -> [Diagrams.Ref] {
    prospect.stops.map { session.decisions[$0] }
  }

  private func isWanted(_ outcome: OutcomeID) -> Bool { target.map { $0 == outcome } ?? (outcome != why.outcome) }

  private mutating func ways(of session: Session, given question: QuestionID, _ changes: Int) -> Ways {
    let kinds = kinds(of: question)
    let slot = why.answers[question].flatMap { try? why.tree.slot(of: $0, to: question) }
    // Who is stuck and stays it ends there.
    var ways = slot.map { enter($0, question, session, changes: changes) } ?? [:]
    guard changes > 0 else { return ways }
    let same = slot.map { kinds.number(of: $0) }
    for kind in 0..<kinds.count where kind != same {
      for (key, then) in enter(kinds.slot(kind), question, session, changes: changes - 1) where spend() {
        let changed = [Changed(question: question, kind: kind)] + key.changes
        ways[Key(changes: changed, outcome: key.outcome)] = then
      }
      if isOut { return [:] }
    }
    return ways
  }

  /// Of the ways to answer a new question, one is kept for each set of changes: that on which the fewest answers matter.
  private mutating func ways(of session: Session, new question: QuestionID, _ changes: Int) -> Ways {
    let kinds = kinds(of: question)
    var leading: [Key: [[Condition]: Set<Int>]] = [:]
    for kind in 0..<kinds.count {
      for (key, then) in enter(kinds.slot(kind), question, session, changes: changes) where spend() {
        leading[key, default: [:]][then, default: []].insert(kind)
      }
      if isOut { return [:] }
    }
    return leading.mapValues { thens in
      thens.map { then, leading in
        leading.count == kinds.count ? then : [Condition(question: question, kinds: leading)] + then
      }.min(by: Self.isSimpler)!
    }
  }

  /// Enters an answer, and goes on where the interpreter's walk leads.
  private mutating func enter(_ slot: Slot, _ question: QuestionID, _ session: Session, changes: Int) -> Ways {
    guard spend() else { return [:] }
    var session = session
    session.slots[question.position] = slot
    model.walk.slots = session.slots
    session.stop = model.stop(from: Int(model.stops[session.stop].position) + 1)
    let move = model.diagrams.number(Move(Int32(question.position), .answer(slot)))
    for reader in model.reading[question.position] where model.paths.leads(from: session.stop, to: Int(reader)) {
      session.decisions[Int(reader)] = model.diagrams.restrict(session.decisions[Int(reader)], by: move)
    }
    return ways(of: session, changes: changes)
  }

  private mutating func spend() -> Bool {
    if !isOut, !budget.spend() { isOut = true }
    return !isOut
  }

  private static func isSimpler(_ one: [Condition], _ other: [Condition]) -> Bool {
    if one.count != other.count { return one.count < other.count }
    for (first, second) in zip(one, other) where first != second {
      if first.question != second.question { return first.question < second.question }
      if first.kinds.count != second.kinds.count { return first.kinds.count > second.kinds.count }
      return first.kinds.sorted().lexicographicallyPrecedes(second.kinds.sorted())
    }
    return false
  }

  // MARK: What is known of the tree

  private mutating func kinds(of question: QuestionID) -> AnswerKinds {
    if let kinds = kinds[question] { return kinds }
    let made = AnswerKinds(model, question)
    kinds[question] = made
    return made
  }

  private mutating func prospect(at stop: Int) -> Prospect {
    if let prospect = prospects[stop] { return prospect }
    let paths = model.paths
    let leads = { (later: Int32) in paths.leads(from: stop, to: Int(later)) }
    let ends = model.grammar.outcomes.ids.filter(isWanted).map { Int32(model.stops.number(endingIn: $0)) }
    let made = Prospect(
      stops: model.stops.all.indices.filter { leads(Int32($0)) },
      given: why.given.count { model.asking[$0.position].contains(where: leads) },
      leadsThere: ends.contains(where: leads))
    prospects[stop] = made
    return made
  }
}

// MARK: - Telling

extension ChangeSearch {
  /// Each set of changed questions once, with all answers that do it.
  private mutating func told(_ ways: Ways) -> [WhyNot.Way] {
    var boxes: [Subject: Set<[Int]>] = [:]
    for (key, then) in ways {
      let subject = Subject(questions: key.changes.map(\.question), then: then, outcome: key.outcome)
      boxes[subject, default: []].insert(key.changes.map(\.kind))
    }
    let told = boxes.flatMap { subject, changes in
      Self.products(changes).map { (subject, $0) }
    }
    let places = Dictionary(uniqueKeysWithValues: why.given.enumerated().map { ($1, $0) })
    return told.sorted { one, other in
      let orders = [one, other].map { subject, kinds in
        [subject.questions.compactMap { places[$0] }, kinds.map { $0.min() ?? 0 }, [subject.outcome.position]]
      }
      for (first, second) in zip(orders[0], orders[1]) where first != second {
        return first.lexicographicallyPrecedes(second)
      }
      return false
    }.map { way($0, changing: $1) }
  }

  private struct Subject: Hashable {
    var questions: [QuestionID]
    var then: [Condition]
    var outcome: OutcomeID
  }

  private mutating func way(_ subject: Subject, changing kinds: [Set<Int>]) -> WhyNot.Way {
    WhyNot.Way(
      changes: zip(subject.questions, kinds).map { question, kinds in
        WhyNot.Change(
          question: question, from: why.answers[question], to: self.kinds(of: question).answers(of: kinds))
      },
      then: subject.then.map {
        WhyNot.Choice(question: $0.question, answers: self.kinds(of: $0.question).answers(of: $0.kinds))
      },
      outcome: subject.outcome)
  }

  /// Some rows of numbers as products of sets, no two of which share a row.
  private static func products(_ rows: Set<[Int]>) -> [[Set<Int>]] {
    guard let length = rows.first?.count, length > 0 else { return rows.isEmpty ? [] : [[]] }
    let rest = Dictionary(grouping: rows) { $0[0] }.mapValues { Set($0.map { Array($0.dropFirst()) }) }
    return Dictionary(grouping: rest.keys) { rest[$0]! }.flatMap { rest, firsts in
      products(rest).map { [Set(firsts)] + $0 }
    }
  }
}
