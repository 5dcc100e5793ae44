import AllocationCounter
import TestSupport
import Testing
import Triage

/// A walk without a trace asks for no memory, so that millions of patients can walk a tree.
@Suite struct AllocationTests {
  static let trees = (0..<150).compactMap { seed in try? Tree(RandomTree.grammar(seed: seed)) }

  @Test func `walking without a trace allocates nothing`() {
    for tree in Self.trees {
      var random = RandomPatient(tree.grammar, seed: 1)
      let patients = (0..<20).map { _ in Patient(answering: tree, &random) }
      var walk = Walk(tree)
      _ = walk.run(patients[0])
      let before = allocationsOfThisThread()
      for patient in patients { _ = walk.run(patient) }
      #expect(allocationsOfThisThread() == before, "\(tree.grammar.id)")
    }
  }

  @Test func `every construct of the format occurs in the trees that are walked`() {
    let found = Self.trees.reduce(into: Set()) { $0.formUnion($1.grammar.constructs.keys) }
    #expect(Set(Construct.allCases).subtracting(found) == [])
  }

  @Test func `whatever asks for memory is counted`() {
    let before = allocationsOfThisThread()
    let numbers = Array(repeating: before, count: 1000)
    #expect(allocationsOfThisThread() > numbers[999])
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
