import ArgumentParser
import Regression

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run scripted chats and keyed cases, and report what went otherwise.",
    discussion: """
      A script (*.chat) is a chat written down; it passes when the same lines bring the same words. A case (in \
      *.cases.yaml) is a patient's answers and what must become of them.
      """
  )

  @Argument(help: "Scripts, files of cases, or folders that hold any.", completion: .file())
  var paths: [String]

  @ParentCommand var main: BacktalkCommand

  @Flag(help: "Write down what scripts now say, and show what changed.")
  var update = false

  @OptionGroup(title: "What of the trees was tested") var coverage: CoverageOptions

  func run() throws {
    var suite = Suite(
      libraries: main.library, updates: update, measuresCoverage: coverage.isWanted, lookElsewhere: WhyNotAnswer.find)
    let report = suite.run(paths)
    if !report.files.isEmpty { coverage.isDocumentOnly ? complain(report.text) : tell(report.text) }
    for text in report.unusable { complain(text) }
    throw ExitCode(max(report.exitStatus, coverage.write(report.coverage)))
  }
}
