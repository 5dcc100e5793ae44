import ArgumentParser
import Assurance
import Regression
import Reports
import TreeFile
import Triage

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why somebody ends where they do, and which answers would have led elsewhere.",
    discussion: """
      Every question is shown with its answer, every branch with its reasons and its place in the tree, and then the \
      smallest changes to the answers that would have led elsewhere. Answers are written as in a case: name=7, \
      "name=2 weeks", "name=[a, b]", name=unsure, name=stuck. Beside a case, they take the place of its own.
      """
  )

  @Argument(
    help: "A tree, or with --case a file of cases: YAML files.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Argument(help: ArgumentHelp("What is answered, each as question=value.", valueName: "answers"))
  var answers: [String] = []

  @ParentCommand var main: BacktalkCommand

  @Option(name: .customLong("case"), help: ArgumentHelp("Explain this case of the file.", valueName: "name"))
  var caseName: String?

  @Option(
    help: ArgumentHelp("Look for what would have led to this outcome, not to any other.", valueName: "outcome"))
  var to: String?

  @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
  var format = ExplainFormat.human

  @Option(
    help: ArgumentHelp(
      "How many answers may be tried in looking for changes. What then was not looked at fails.", valueName: "n"))
  var budget = WhyNot.usual

  func validate() throws {
    if budget < 1 { throw ValidationError("--budget takes a whole number from 1.") }
    if let answer = answers.first(where: { WrittenAnswer($0) == nil }) {
      throw ValidationError("\"\(answer)\" is no answer. An answer is written as question=value.")
    }
    if caseName == nil, isFileOfCases {
      throw ValidationError("\(file) holds cases. Say which one to explain, with --case NAME.")
    }
  }

  private var isFileOfCases: Bool { file.hasSuffix(".cases.yaml") }

  func run() throws {
    let given = load()
    guard let tree = given.loaded.tree else { throw unusable(given.loaded.report) }
    let (test, target) = (try test(of: given), try target(in: tree.grammar))
    let run = CaseRun(tree, test, defaults: given.cases.defaults)
    let inVain = test.replies.keys.filter { !run.asked.contains($0) }.sorted()
    let explanation = onLargeStack {
      Explanation(
        of: run.session, given.loaded.map, path: file, halt: run.halt.map { words(for: $0, tree.grammar) },
        inVain: inVain, to: target, states: budget)
    }
    switch format {
    case .human: tell(report: explanation.text, isPlain: main.plain)
    case .json: tell(explanation.json(engine: Version.program))
    }
    throw ExitCode(explanation.exitStatus)
  }
}

/// How an explanation is written down.
enum ExplainFormat: String, CaseIterable, ExpressibleByArgument {
  case human, json
}

extension ExplainCommand {
  private func load() -> LoadedCases {
    let answers = answers.compactMap { WrittenAnswer($0) }
    return caseName == nil
      ? Loader().load(path: file, libraries: main.library, answers: answers)
      : Loader().loadCases(path: file, libraries: main.library, answers: answers)
  }

  /// The case that was named, or one that is only the answers given.
  private func test(of given: LoadedCases) throws -> Case {
    var test = Case(name: "")
    if let caseName {
      guard let found = given.cases.all.first(where: { $0.name == caseName }) else {
        let known = given.cases.all.map { "  " + Message.harmless($0.name) + "\n" }.joined()
        throw unusable(Message.harmless("\(file) has no case \"\(caseName)\". It has:") + "\n" + known)
      }
      test = found
    }
    test.replies.merge(given.answers) { _, given in given }
    return test
  }

  /// The outcome that was named, if any was.
  private func target(in grammar: Grammar) throws -> OutcomeID? {
    guard let to else { return nil }
    if let outcome = grammar.outcomes.ids.first(where: { grammar.outcomes[$0].name == to }) { return outcome }
    let known = grammar.outcomes.map(\.name).joined(separator: ", ")
    throw unusable(Message.harmless("\(file) has no outcome \"\(to)\". It has: \(known)") + "\n")
  }

  /// Complains, and gives the status to leave with.
  private func unusable(_ complaint: String) -> ExitCode {
    complain(complaint)
    return ExitCode(2)
  }

  private func words(for halt: CaseRun.Halt, _ grammar: Grammar) -> String {
    guard case .unanswered(let question) = halt else { return halt.words(in: grammar) }
    let name = grammar.questions[question].name
    return "\(name) is asked, and nothing answers it; add \(name)=…"
  }
}
