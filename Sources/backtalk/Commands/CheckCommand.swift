import ArgumentParser
import Assurance
import Regression
import Reports
import SignOff
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

  @Flag(help: "Write down beside each tree that it was proven, so that a chat need not prove it again.")
  var seal = false

  @Flag(help: "Check again whenever a file of the trees changes, until Ctrl-C.")
  var watch = false

  func validate() throws {
    if budget < 1 { throw ValidationError("--budget takes a whole number from 1.") }
    if watch, format != .human { throw ValidationError("--watch is for people to read, and takes no --format.") }
  }

  func run() throws {
    if watch { keepChecking() }
    throw ExitCode(check(load()))
  }

  func load() -> [Loaded] { trees.map { Loader().load(path: $0, libraries: main.library) } }

  /// Checks every tree, tells what was found, and seals where that is wanted.
  ///
  /// - Returns: the exit status.
  func check(_ loaded: [Loaded]) -> Int32 {
    let signatures = zip(trees, loaded).map { $1.tree == nil ? SignedFile() : readSignatures(beside: $0) }
    let checks = trees.indices.map { tree in
      onLargeStack {
        var check = TreeCheck(
          loaded[tree], path: trees[tree], states: budget, today: localTime().date, signed: signatures[tree])
        check.asked = asked(of: loaded[tree], at: trees[tree])
        return check
      }
    }
    switch format {
    case .human: tellPeople(checks)
    case .json: for check in checks { tell(check.json(engine: Version.program)) }
    case .sarif: tell(checks.sarif(engine: Version.program))
    }
    let statuses =
      checks.map { $0.exitStatus(isStrict: strict) } + (seal ? checks.map { self.seal($0) } : [])
      + (signatures.contains { $0?.mistakes.isEmpty != true } ? [2] : [])
    return statuses.max() ?? 0
  }

  private func asked(of loaded: Loaded, at path: String) -> TreeCheck.Asked? {
    loaded.tree.flatMap { QuestionCounts(ofCasesBeside: path, of: $0, libraries: main.library) }
      .map { TreeCheck.Asked(patients: $0.patients, median: $0.median, most: $0.most) }
  }

  /// The signatures of a tree. What is wrong with them is told.
  ///
  /// - Returns: nil where they cannot be read at all.
  private func readSignatures(beside tree: String) -> SignedFile? {
    do throws(UnusableSignatures) {
      let file = try SignedFile(beside: tree)
      complain(file.report(of: SignedFile.path(beside: tree)))
      return file
    } catch {
      complain(about: error.path, error.reason)
      return nil
    }
  }

  private func tellPeople(_ checks: [TreeCheck]) {
    for (number, check) in checks.enumerated() {
      let text = (number > 0 ? "\n" : "") + check.text(isVerbose: verbose)
      if check.loaded.tree == nil { complain(text) } else { tell(report: text, isPlain: main.plain) }
    }
  }
}

/// How findings are written down.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case human, json, sarif
}
