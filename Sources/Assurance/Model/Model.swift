import Triage

/// A tree with its decisions as diagrams: what every proof about it stands on.
///
/// The diagrams only say which patients need not be told apart, and where nothing can be broken any more. Where a
/// patient goes is decided by the interpreter's own walk.
final class Model {
  let tree: Tree
  let diagrams = Diagrams()
  /// Every outcome, which many searches go through: made once.
  let outcomes: [OutcomeID]
  let stops: Stops
  /// Whether a score adds more different answers than are told apart; nothing is proven then.
  var hasTooManyPoints = false
  /// By stop: which stop comes next once its question is answered, as a diagram whose leaves are stops.
  private(set) var onward: [Diagrams.Ref] = []
  /// By stop: the same over the patient's own answers, where that is known.
  var onwardsOfPatient: [Int: Diagrams.Ref] = [:]
  private(set) lazy var paths = Paths(self)
  /// By question: the place, in the order of the stops, of the last one that reads its answer or asks it.
  private(set) lazy var lastReading = grammar.questions.indices.map { question in
    (reading[question] + asking[question]).map { paths.rank[Int($0)] }.max() ?? -1
  }
  /// The interpreter's walk, lent to one search after another; its slots are as before anything is asked.
  var walk: Walk

  var possible = Possible(inSession: false)
  var possibleInSession = Possible(inSession: true)
  /// Answers that some tests tell apart, as far as they were asked for.
  var classes: [AnswerClasses.Key: AnswerClasses] = [:]
  /// How often it was in vain to look whether a condition can be refuted.
  var refutationsInVain = 0
  var applying: [QuestionID: Diagrams.Ref] = [:]
  private var decisions: [Int32: Diagrams.Ref] = [:]
  private var units: [Int32: Diagrams.Ref] = [:]
  /// By question: the stops whose decisions read it, and every test they make of it.
  private(set) var reading: [[Int32]] = []
  private(set) var tests: [[AnswerTest]] = []
  /// By question: the stops that ask it.
  private(set) var asking: [[Int32]] = []

  var program: Program { tree.program }
  var grammar: Grammar { tree.grammar }

  init(_ tree: Tree) {
    self.tree = tree
    outcomes = tree.grammar.outcomes.ids
    stops = Stops(tree)
    walk = Walk(tree)
    onward = stops.all.map { stop in
      switch stop.kind {
      case .ask: decision(at: stop.position + 1)
      case .join: decision(from: stop.position)
      case .end: diagrams.never
      }
    }
    noteWhatIsRead()
  }

  private func noteWhatIsRead() {
    let none = Array(repeating: [Int32](), count: grammar.questions.count)
    (reading, asking) = (none, none)
    var found = Array(repeating: Set<Int32>(), count: grammar.questions.count)
    for (stop, place) in stops.all.enumerated() {
      if case .ask(let question) = place.kind { asking[question.position].append(Int32(stop)) }
      for number in diagrams.tests(in: onward[stop]) {
        let question = Int(diagrams.tests[Int(number)].question)
        found[question].insert(number)
        if reading[question].last != Int32(stop) { reading[question].append(Int32(stop)) }
      }
    }
    tests = found.map { $0.sorted().map { diagrams.tests[Int($0)] } }
  }

  /// The first stop of everybody.
  var first: Int { stop(from: program.start) }

  /// The stop that the walk comes to from an instruction, with what its slots hold.
  func stop(from position: Int) -> Int { stops.number(at: Int32(walk.walkOn(from: position))) }

  // MARK: What the program decides

  /// Which stop is reached from an instruction, as a diagram whose leaves are stops.
  func decision(at position: Int32) -> Diagrams.Ref {
    stops.find(at: position).map { diagrams.leaf(Int32($0)) } ?? decision(from: position)
  }

  /// The same, from an instruction that may be a stop itself.
  private func decision(from position: Int32) -> Diagrams.Ref {
    if let known = decisions[position] { return known }
    let instruction = program.code[Int(position)]
    let result: Diagrams.Ref
    switch instruction.operation {
    case .say: result = decision(at: position + 1)
    case .jump: result = jump(from: position, to: instruction.target)
    case .ask, .end: preconditionFailure("a stop")
    default:
      let falls = decision(at: position + 1)
      result = choose(by: instruction, jumps: jump(from: position, to: instruction.target), falls: falls)
    }
    decisions[position] = result
    return result
  }

  /// What comes by different branches is told apart, so that each branch is seen to be taken.
  private func jump(from position: Int32, to target: Int32) -> Diagrams.Ref {
    let decision = decision(at: target)
    guard let branch = program.origins[Int(position)].branch else { return decision }
    return diagrams.node(behindBranch: branch, decision)
  }

  /// Goes one way where a test comes out as its instruction wants it.
  func choose(by test: Instruction, jumps: Diagrams.Ref, falls: Diagrams.Ref) -> Diagrams.Ref {
    let (ifHolds, ifFails) = test.sense ? (jumps, falls) : (falls, jumps)
    switch test.operation {
    case .unit: return diagrams.choose(condition(ofUnit: test.subject), ifHolds, ifFails)
    case .threshold: return threshold(test.subject, ifHolds, ifFails)
    default:
      let answer = AnswerTest(test, of: test.subject)
      return diagrams.choose(diagrams.condition(answer), ifHolds, ifFails)
    }
  }

  /// Whether a unit holds.
  func condition(ofUnit unit: Int32) -> Diagrams.Ref {
    if let known = units[unit] { return known }
    var known: [Tally: Diagrams.Ref] = [:]
    let result = condition(from: Tally(position: program.units[Int(unit)], count: 0), &known)
    units[unit] = result
    return result
  }

  /// A place in a unit, and how many conditions of a count have held so far.
  private struct Tally: Hashable {
    var position: Int32
    var count: Int32
  }

  private func condition(from tally: Tally, _ known: inout [Tally: Diagrams.Ref]) -> Diagrams.Ref {
    if let result = known[tally] { return result }
    let instruction = program.code[Int(tally.position)]
    let next = Tally(position: tally.position + 1, count: tally.count)
    let result: Diagrams.Ref
    switch instruction.operation {
    case .yield: result = instruction.low == 1 ? diagrams.always : diagrams.never
    case .yieldTally: result = instruction.hasInRange(tally.count) ? diagrams.always : diagrams.never
    case .tally: result = condition(from: Tally(position: next.position, count: tally.count + 1), &known)
    case .jump: result = condition(from: Tally(position: instruction.target, count: tally.count), &known)
    default:
      let jumps = condition(from: Tally(position: instruction.target, count: tally.count), &known)
      result = choose(by: instruction, jumps: jumps, falls: condition(from: next, &known))
    }
    known[tally] = result
    return result
  }

  // MARK: Scores

  private func threshold(_ number: Int32, _ ifHolds: Diagrams.Ref, _ ifFails: Diagrams.Ref) -> Diagrams.Ref {
    let threshold = program.thresholds[Int(number)]
    return diagrams.node(ScoreReading(self, threshold).test(), ifHolds: ifHolds, ifFails: ifFails)
  }
}
