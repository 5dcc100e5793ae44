import ArgumentParser
import Assurance
import Reports
import TreeFile

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prove what a tree promises, or show who breaks it.",
    discussion: """
      Every mistake that the loader finds is told. A tree without any is then proven, for every possible patient: that \
      its guarantees hold, that a more worrying answer never leads to a lower level, that nobody is offered a stretch \
      before the red flags were asked, and more. What is broken is shown with the shortest conversation that breaks it.
      """
  )

  @Argument(help: "The trees: YAML files.", completion: .file(extensions: ["yaml", "yml"]))
  var trees: [String]

  @ParentCommand var main: BacktalkCommand

  @Option(help: ArgumentHelp("How the findings are written.", valueName: "format"))
  var format = CheckFormat.human

  @Flag(help: "Let warnings fail too.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "How many states may be looked at for each proof. What then is not proven fails.", valueName: "n"))
  var budget = Budget.usual

  @Flag(help: "Tell also how much was looked at.")
  var verbose = false

  func validate() throws {
    if budget < 1 { throw ValidationError("--budget takes a whole number from 1.") }
  }

  func run() throws { throw ExitCode(check()) }

  /// Checks every tree, and tells what was found.
  ///
  /// - Returns: the exit status.
  private func check() -> Int32 {
    let checks = trees.map { path in
      let loaded = Loader().load(path: path, libraries: main.library)
      return onLargeStack { TreeCheck(loaded, path: path, states: budget, today: localTime().date) }
    }
    switch format {
    case .human: tellPeople(checks)
    case .json: for check in checks { tell(check.json(engine: Version.program)) }
    case .sarif: tell(checks.sarif(engine: Version.program))
    }
    return checks.map { $0.exitStatus(isStrict: strict) }.max() ?? 0
  }

  private func tellPeople(_ checks: [TreeCheck]) {
    for (number, check) in checks.enumerated() {
      let text = (number > 0 ? "\n" : "") + check.text(isVerbose: verbose)
      if check.loaded.tree == nil { complain(text) } else { tell(text) }
    }
  }
}

/// How findings are written down.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case human, json, sarif
}
