import ArgumentParser
import SignOff
import TreeFile
import Triage

struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Write down who has read which part of a tree and found it right, or show who has.",
    discussion: """
      A signature is your name, the day, and a digest of what the part means. It lies in a file beside the tree \
      (tree.signed for tree.yaml) and counts until the part is changed. A tree that does not keep what it promises is \
      not signed. Without --by nothing is written, and the state of every part is shown.
      """
  )

  @Argument(help: "The tree: a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var tree: String

  @ParentCommand var main: BacktalkCommand

  @Option(
    help: ArgumentHelp(
      "Sign as this person: all that nobody has signed as it is now, unless it is said what.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Sign this section. Several can be named.", valueName: "name"))
  var section: [String] = []

  @Option(
    help: ArgumentHelp(
      "Sign what is no section: \(TreePart.others.map(\.text).joined(separator: ", ")). Several can be named.",
      valueName: "part"),
    completion: .list(TreePart.others.map(\.text)))
  var part: [String] = []

  @Flag(help: "Sign every part, also where others have signed it.")
  var all = false

  func validate() throws {
    if by == nil, all || !section.isEmpty || !part.isEmpty { throw ValidationError("Who signs? Say --by NAME.") }
    if all, !section.isEmpty || !part.isEmpty { throw ValidationError("--all leaves nothing to name.") }
    if let by, Reviewer(by) == nil {
      throw ValidationError(
        "--by takes a name: one line of letters that can be seen, at most \(Reviewer.longest) of them.")
    }
    if let word = part.first(where: { TreePart(other: $0) == nil }) {
      let known = TreePart.others.map(\.text).joined(separator: ", ")
      throw ValidationError("\"\(word)\" is no part of a tree. There are: \(known).")
    }
  }

  func run() throws {
    let loaded = Loader().load(path: tree, libraries: main.library)
    guard let grammar = loaded.tree?.grammar else {
      complain(loaded.report)
      throw ExitCode(2)
    }
    // To look at what was signed needs no proof.
    if by != nil, !isProven(loaded) { throw ExitCode(2) }
    throw ExitCode(status(of: grammar))
  }
}

extension SignCommand {
  /// Signs or shows.
  ///
  /// - Returns: the exit status.
  private func status(of grammar: Grammar) -> Int32 {
    do throws(UnusableSignatures) {
      let file = try SignedFile(beside: tree)
      if !file.mistakes.isEmpty { complain(file.report(of: SignedFile.path(beside: tree))) }
      guard let reviewer = by.flatMap({ Reviewer($0) }) else {
        tell(file.state(of: grammar).words)
        return file.mistakes.isEmpty ? 0 : 2
      }
      // What could not be read would be lost in writing.
      guard file.mistakes.isEmpty, hasSections(grammar) else { return 2 }
      try sign(grammar, file, by: reviewer)
      return 0
    } catch {
      complain(about: error.path, error.reason)
      return 2
    }
  }

  private func sign(_ grammar: Grammar, _ file: SignedFile, by reviewer: Reviewer) throws(UnusableSignatures) {
    var file = file
    let signed = file.sign(selection, of: grammar, by: reviewer, on: today())
    if !signed.isEmpty { try file.write(beside: tree) }
    let list = signed.isEmpty ? "nothing" : signed.map(\.text).joined(separator: ", ")
    tell("Signed by \(reviewer.name): \(list)\n\n" + file.state(of: grammar).words)
  }

  private var selection: SignedFile.Selection {
    if all { return .all }
    let named = section.map(TreePart.section) + part.compactMap { TreePart(other: $0) }
    return named.isEmpty ? .unsigned : .these(Set(named))
  }

  /// Whether the tree has every section that was named; complains where it does not.
  private func hasSections(_ grammar: Grammar) -> Bool {
    let known = grammar.sections.map(\.name)
    let unknown = section.filter { !known.contains($0) }
    for name in unknown {
      complain(Message.harmless("\(tree) has no section \"\(name)\". It has: \(known.joined(separator: ", "))") + "\n")
    }
    return unknown.isEmpty
  }
}

/// The day on the clock of whoever signs or seals.
func today() -> WrittenDay {
  let today = localTime().date.parts
  guard let day = WrittenDay(year: today.year, month: today.month, day: today.day) else {
    preconditionFailure("a clock beyond the year 9999")
  }
  return day
}
