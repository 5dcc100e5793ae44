import AllocationCounter
import TestSupport
import Testing
import Triage
import Validation

/// A walk without a trace asks for no memory, so that millions of patients can walk a tree.
@Suite struct AllocationTests {
  static let trees = (1...150).compactMap { seed in try? Tree(RandomTree.grammar(seed: seed)) }

  @Test func `walking without a trace allocates nothing`() {
    for tree in Self.trees {
      var random = RandomPatient(tree.grammar, seed: 1)
      let patients = (0..<20).map { _ in Patient(answering: tree, &random) }
      var walk = Walk(tree)
      // The first time round, a walk makes room of its own and the runtime what it makes once for each type.
      for patient in patients { _ = walk.run(patient) }
      let allocations = patients.map { patient in Self.allocations { _ = walk.run(patient) } }
      #expect(allocations == Array(repeating: 0, count: patients.count), "\(tree.grammar.id)")
    }
  }

  @Test func `every construct of the format occurs in the trees that are walked`() {
    let found = Self.trees.reduce(into: Set()) { $0.formUnion($1.grammar.constructs.keys) }
    #expect(Set(Construct.allCases).subtracting(found) == [])
  }

  @Test func `whatever asks for memory is counted`() {
    var numbers: [Int] = []
    #expect(Self.allocations { numbers = Array(repeating: 1, count: 1000) } == 1)
    #expect(numbers.count == 1000)
  }

  private static func allocations(_ work: () -> Void) -> UInt {
    let before = allocationsOfThisThread()
    work()
    return allocationsOfThisThread() - before
  }
}

extension Patient {
  init(answering tree: Tree, _ random: inout RandomPatient) {
    self.init(tree)
    for question in tree.grammar.questions.ids {
      try? answer(question, of: tree, with: random.answer(to: question))
    }
  }
}
