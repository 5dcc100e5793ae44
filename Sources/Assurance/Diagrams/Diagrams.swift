import Triage

/// Decisions as diagrams: which way a decision goes, as tests of single answers that lead from one to the next.
///
/// Equal diagrams are one: each is kept once, so that two decisions that have come to ask the same of the answers still
/// unknown are known for the same by their number. Nothing is hashed away: equal numbers mean equal diagrams.
final class Diagrams {
  /// A diagram among all that are kept.
  typealias Ref = Int32

  struct Node: Equatable {
    /// Which test, by ``TestID``; for a leaf none.
    var test: TestID
    /// A leaf's value stands here.
    var ifHolds: Ref
    var ifFails: Ref

    fileprivate var hash: Int {
      var mixed = Mixed()
      mixed.add(test.code)
      mixed.add(ifHolds)
      mixed.add(ifFails)
      return mixed.value
    }
  }

  /// A test of one answer, or of a sum of points.
  enum TestID: Hashable {
    case none
    case answer(Int32)
    case sum(Int32)
    /// No test: both ways go on alike. What lies behind a branch is told apart from what does not.
    case branch(Int32)

    /// A number that no other test has, as long as there are no more than half a thousand million.
    var code: Int32 {
      switch self {
      case .none: 0
      case .answer(let number): number << 2 | 1
      case .sum(let number): number << 2 | 2
      case .branch(let number): number << 2 | 3
      }
    }
  }

  private(set) var nodes: [Node] = []
  /// By node: the questions that it reads, each as the bit of its number's last six digits. A clear bit is certain.
  private(set) var reads: [UInt64] = []
  private var places = PlaceTable()
  private var visited = Visited()

  private(set) var tests: [AnswerTest] = []
  private var testNumbers: [AnswerTest: Int32] = [:]

  var sums: [SumTest] = []
  var sumNumbers: [SumTest: Int32] = [:]
  var weights: [Weight] = []
  var weightNumbers: [Weight: Int32] = [:]
  var sumBounds: [Ref: Bounds] = [:]
  var lists: [ItemList] = []
  var listPlaces = PlaceTable()
  var shorter: [ShorterList] = []
  var shorterNumbers = NumberTable()

  private(set) var moves: [Move] = []
  private var movePlaces = PlaceTable()
  var restricted = NumberTable()
  var combined: [Choice: Ref] = [:]
  var inOrder: [Choice: Ref] = [:]
  var assumed = NumberTable()
  private var testsIn: [Ref: [Int32]] = [:]
  private var leavesOf: [Ref: [Int32]] = [:]

  /// A diagram that goes one of two ways as a third one holds or fails.
  struct Choice: Hashable {
    var condition: Ref
    var ifHolds: Ref
    var ifFails: Ref
  }

  let never: Ref
  let always: Ref

  init() {
    nodes = [Node(test: .none, ifHolds: 0, ifFails: 0), Node(test: .none, ifHolds: 1, ifFails: 0)]
    reads = [0, 0]
    (never, always) = (0, 1)
    for leaf in [never, always] { places.insert(leaf) { self.nodes[Int($0)].hash } }
  }

  // MARK: Making

  /// The diagram that ends at once, in a value.
  func leaf(_ value: Int32) -> Ref {
    number(Node(test: .none, ifHolds: value, ifFails: 0), reading: 0)
  }

  func node(_ test: AnswerTest, ifHolds: Ref, ifFails: Ref) -> Ref {
    if ifHolds == ifFails { return ifHolds }
    let node = Node(test: .answer(number(test)), ifHolds: ifHolds, ifFails: ifFails)
    return number(node, reading: Self.bit(of: test.question) | reads[Int(ifHolds)] | reads[Int(ifFails)])
  }

  func node(_ test: TestID, ifHolds: Ref, ifFails: Ref) -> Ref {
    // What was tested just before needs no test again.
    let ifHolds = nodes[Int(ifHolds)].test == test ? nodes[Int(ifHolds)].ifHolds : ifHolds
    let ifFails = nodes[Int(ifFails)].test == test ? nodes[Int(ifFails)].ifFails : ifFails
    if ifHolds == ifFails { return ifHolds }
    let read =
      switch test {
      case .none, .branch: UInt64(0)
      case .answer(let number): Self.bit(of: tests[Int(number)].question)
      case .sum(let number): lists[Int(sums[Int(number)].items)].reads
      }
    return number(
      Node(test: test, ifHolds: ifHolds, ifFails: ifFails), reading: read | reads[Int(ifHolds)] | reads[Int(ifFails)])
  }

  /// The same decision, known to have come by a branch of the program.
  func node(behindBranch branch: Int32, _ rest: Ref) -> Ref {
    number(Node(test: .branch(branch), ifHolds: rest, ifFails: rest), reading: reads[Int(rest)])
  }

  private func number(_ node: Node, reading questions: UInt64) -> Ref {
    if let known = places.find(node.hash, where: { nodes[Int($0)] == node }) { return known }
    let number = Ref(nodes.count)
    nodes.append(node)
    reads.append(questions)
    places.insert(number) { nodes[Int($0)].hash }
    return number
  }

  private func number(_ test: AnswerTest) -> Int32 {
    if let known = testNumbers[test] { return known }
    let number = Int32(tests.count)
    tests.append(test)
    testNumbers[test] = number
    return number
  }

  /// The number of a move, under which what it leaves of diagrams is remembered.
  func number(_ move: Move) -> Int32 {
    if let known = movePlaces.find(move.hash, where: { moves[Int($0)] == move }) { return known }
    let number = Int32(moves.count)
    moves.append(move)
    movePlaces.insert(number) { moves[Int($0)].hash }
    return number
  }

  /// Bytes, about.
  var size: Int {
    90 * nodes.count + 40 * (restricted.count + assumed.count) + 60 * combined.count + 100 * leavesOf.count
  }

  static func bit(of question: Int32) -> UInt64 { 1 << UInt64(question & 63) }

  // MARK: Looking

  /// The value that a diagram has whatever is answered; nil where that depends.
  func value(_ diagram: Ref) -> Int32? {
    nodes[Int(diagram)].test == .none ? nodes[Int(diagram)].ifHolds : nil
  }

  /// Whether a diagram can end in a leaf of which something is true.
  ///
  /// - Parameter known: what was found before.
  func canEnd(_ diagram: Ref, known: inout BooleanTable, where isWanted: (Int32) -> Bool) -> Bool {
    if let known = known[diagram] { return known }
    let node = nodes[Int(diagram)]
    let can =
      node.test == .none
      ? isWanted(node.ifHolds)
      : canEnd(node.ifHolds, known: &known, where: isWanted) || canEnd(node.ifFails, known: &known, where: isWanted)
    known[diagram] = can
    return can
  }

  /// The values that a diagram can end in, lowest first.
  func leaves(of diagram: Ref) -> [Int32] {
    if let known = leavesOf[diagram] { return known }
    var leaves: [Int32] = []
    forEachNode(of: diagram, includingItems: false) { node in
      if node.test == .none { leaves.append(node.ifHolds) }
    }
    leaves.sort()
    leavesOf[diagram] = leaves
    return leaves
  }

  /// Calls `visit` once for each node of a diagram.
  ///
  /// - Parameters:
  ///   - includingItems: whether the items of sums count too, whose leaves are weights.
  ///   - isWanted: whether a node, and what lies behind it, is visited.
  private func forEachNode(
    of diagram: Ref, includingItems: Bool, where isWanted: (Ref) -> Bool = { _ in true }, _ visit: (Node) -> Void
  ) {
    visited.begin(nodes.count)
    var open: [Ref] = []
    func meet(_ diagram: Ref) {
      if isWanted(diagram), visited.insert(diagram) { open.append(diagram) }
    }
    meet(diagram)
    while let next = open.popLast() {
      let node = nodes[Int(next)]
      visit(node)
      if node.test == .none { continue }
      meet(node.ifHolds)
      meet(node.ifFails)
      guard case .sum(let number) = node.test, includingItems else { continue }
      for item in lists[Int(sums[Int(number)].items)].items { meet(item) }
    }
  }

  /// The question that a diagram, which depends on some answer, reads first.
  func firstQuestion(of diagram: Ref) -> Int32 {
    let node = nodes[Int(diagram)]
    return switch node.test {
    case .answer(let number): tests[Int(number)].question
    case .sum(let number): firstQuestion(of: lists[Int(sums[Int(number)].items)].items[0])
    case .branch, .none: firstQuestion(of: node.ifHolds)
    }
  }

  /// The tests that a diagram makes of the answer to one question, by their numbers, lowest first.
  func tests(of question: Int32, in diagram: Ref) -> [Int32] {
    let bit = Self.bit(of: question)
    var found: [Int32] = []
    forEachNode(of: diagram, includingItems: true, where: { self.reads[Int($0)] & bit != 0 }) { node in
      guard case .answer(let test) = node.test, tests[Int(test)].question == question else { return }
      if !found.contains(test) { found.append(test) }
    }
    return found.sorted()
  }

  /// The tests of answers that a diagram makes, in the order of their numbers.
  func tests(in diagram: Ref) -> [Int32] {
    if let known = testsIn[diagram] { return known }
    var found: Set<Int32> = []
    forEachNode(of: diagram, includingItems: true) { node in
      if case .answer(let test) = node.test { found.insert(test) }
    }
    let result = found.sorted()
    testsIn[diagram] = result
    return result
  }
}

/// A test of the answer to one question, as a program has it; of several choices that were picked it tests one.
struct AnswerTest: Hashable {
  private(set) var question: Int32
  private var instruction: Instruction

  init(_ instruction: Instruction, of question: Int32) {
    (self.question, self.instruction) = (question, instruction)
    self.instruction.sense = true
    self.instruction.target = -1
  }

  var operation: Instruction.Operation { instruction.operation }
  var low: Int32 { instruction.low }
  var high: Int32 { instruction.high }

  /// Another test of the same answer.
  func changed(to operation: Instruction.Operation, low: Int32 = 0, high: Int32 = 0) -> AnswerTest {
    var copy = self
    (copy.instruction.operation, copy.instruction.low, copy.instruction.high) = (operation, low, high)
    return copy
  }

  /// The same test of another question.
  func asked(of question: Int32) -> AnswerTest {
    var copy = self
    copy.question = question
    return copy
  }

  /// Whether an answer passes: the interpreter's own word.
  func isPassed(by slot: Slot) -> Bool { instruction.isPassed(by: slot) }

  static func == (one: AnswerTest, other: AnswerTest) -> Bool {
    one.question == other.question && one.operation == other.operation && one.low == other.low && one.high == other.high
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(question)
    hasher.combine(operation)
    hasher.combine(low)
    hasher.combine(high)
  }
}
