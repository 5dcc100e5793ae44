import ArgumentParser
import Assurance
import Reports
import TreeFile

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell which patients another version of a tree tells something else.",
    discussion: """
      Both versions are followed for every possible patient at once. Whoever is told something else is named in a \
      sentence, lowered levels first, with the shortest conversation that shows it; and every question is listed that \
      was added, removed, renamed, reworded or changed. A version is a file, or a file in a revision of git, such as \
      "main:trees/stairs.yaml": the path from the top of the repository, and the files that it uses from the same \
      revision. The exit status is 1 where somebody comes lower than before, or where not every patient was compared.
      """
  )

  @Argument(help: "The version before: a YAML file, or revision:path.", completion: .file(extensions: ["yaml", "yml"]))
  var old: String

  @Argument(help: "The version after: a YAML file, or revision:path.", completion: .file(extensions: ["yaml", "yml"]))
  var new: String

  @ParentCommand var main: BacktalkCommand

  @Option(help: ArgumentHelp("How the differences are written.", valueName: "format"))
  var format = DiffFormat.human

  @Flag(help: "Leave with 0 though somebody comes lower than before.")
  var allowLowered = false

  @Option(
    help: ArgumentHelp("How many states may be looked at. What then is not compared fails.", valueName: "n"))
  var budget = Budget.usual

  @Flag(help: "Tell also how much was looked at.")
  var verbose = false

  func validate() throws {
    if budget < 1 { throw ValidationError("--budget takes a whole number from 1.") }
  }

  func run() throws { throw ExitCode(compare()) }

  /// Compares the versions, and tells what differs.
  ///
  /// - Returns: the exit status.
  private func compare() -> Int32 {
    let versions = [old, new].map { TreeDiff.Version(Loader().load(version: $0, libraries: main.library), path: $0) }
    let diff = onLargeStack { TreeDiff(old: versions[0], new: versions[1], states: budget) }
    switch format {
    case .human where diff.difference == nil: complain(diff.text(isVerbose: verbose))
    case .human: tell(diff.text(isVerbose: verbose))
    case .json: tell(diff.json(engine: Version.program))
    case .markdown: tell(diff.markdown)
    }
    return diff.exitStatus(allowsLowered: allowLowered)
  }
}

/// How differences are written down.
enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
  case human, json, markdown
}
