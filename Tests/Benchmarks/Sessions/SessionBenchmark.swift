import TestSupport
import TreeFile
import Triage

/// A whole session, tree and answers in memory, against the same tree written in Swift by hand.
enum SessionBenchmark {
  static let patients = 10_000

  static func run() {
    let tree = bicycleTree()
    let (answers, patients) = randomAnswers(to: tree)
    var walk = Walk(tree)
    compareOutcomes(tree, answers, patients, &walk)
    let rounds = Rounds(
      200,
      work: { for patient in patients { use(walk.run(patient)) } },
      yardstick: { for answers in answers { use(bicycleOutcome(answers)) } })
    let grammar = tree.grammar
    let comparison = Comparison(
      work:
        "\(patients.count) sessions over \(grammar.questions.count) questions and \(grammar.outcomes.count) outcomes",
      yardstick: "the same tree written by hand as nested if, with the same outcome for each of the patients",
      aim: 3, ratios: rounds.ratios, nanoseconds: rounds.work.median)
    report("\(comparison)")
  }

  private static func bicycleTree() -> Tree {
    let folder = #filePath.prefix(through: #filePath.lastIndex(of: "/")!)
    let loaded = Loader().load(path: folder + "bicycle.yaml")
    guard let tree = loaded.tree else { fatalError(loaded.report) }
    return tree
  }

  private static func randomAnswers(to tree: Tree) -> ([BicycleAnswers], [Patient]) {
    var random = RandomPatient(tree.grammar, seed: 1)
    var (all, patients) = ([BicycleAnswers](), [Patient]())
    for _ in 0..<Self.patients {
      var (answers, patient) = (BicycleAnswers(), Patient(tree))
      for question in tree.grammar.questions.ids {
        let answer = random.answer(to: question)
        answers.answer(tree.grammar.questions[question], with: answer)
        do { try patient.answer(question, of: tree, with: answer) } catch { fatalError("\(error)") }
      }
      all.append(answers)
      patients.append(patient)
    }
    return (all, patients)
  }

  private static func compareOutcomes(
    _ tree: Tree, _ answers: [BicycleAnswers], _ patients: [Patient], _ walk: inout Walk
  ) {
    var reached: Set<OutcomeID> = []
    for (answers, patient) in zip(answers, patients) {
      guard case .ended(let outcome) = walk.run(patient) else {
        fatalError("a patient answers every question")
      }
      let (name, byHand) = (tree.grammar.outcomes[outcome].name, bicycleOutcome(answers).rawValue)
      guard name == byHand else { fatalError("\(name) by the tree, \(byHand) by hand, for \(answers)") }
      reached.insert(outcome)
    }
    report("  \(patients.count) patients end alike in both, in \(reached.count) different outcomes.\n")
  }
}

/// Keeps the compiler from leaving out work whose result nobody reads.
@inline(never)
private func use<Result>(_: Result) {}
