import ArgumentParser
import Glibc
import Reports
import SignOff
import TreeFile
import Triage
import Understanding

struct UnderstandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understand",
    abstract: "Show what is understood of lines that somebody could type, and by which words.",
    discussion: """
      Every row is the name of a question, a tab, and what is typed there; with nothing before the tab no question \
      stands to be answered. Rows come from files, or else from standard input. Without a tree it is the one that the \
      chat would follow.
      """
  )

  @Argument(help: "The tree: a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var tree: String?

  @Argument(help: "Files of rows.", completion: .file())
  var files: [String] = []

  @ParentCommand var main: BacktalkCommand

  @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
  var format = UnderstandFormat.human

  func run() throws {
    let loaded = Loader().load(path: try path(), libraries: main.library)
    guard let tree = loaded.tree else { throw unusable(loaded.report) }
    let asked = try rows(tree.grammar)
    guard asked.mistakes.isEmpty else {
      throw unusable(asked.mistakes.map { Message.harmless($0) + "\n" }.joined())
    }
    let (listener, now) = (Listener(tree), localTime())
    let heard = asked.lines.map { line in
      HeardLine(line, listener.hear(line.text, asked: line.question, now: now), tree.grammar, loaded.map)
    }
    switch format {
    case .human: tell(heard.map(\.text).joined(separator: "\n"))
    case .json: tell(json(heard, engine: Version.program))
    }
  }
}

/// How what was understood is written down.
enum UnderstandFormat: String, CaseIterable, ExpressibleByArgument {
  case human, json
}

extension UnderstandCommand {
  private func path() throws -> String {
    let places = TreePlaces(argument: tree, environment: environment, executable: executablePath())
    if let path = tree ?? places.paths.first(where: fileExists) { return path }
    throw unusable(places.complaint)
  }

  /// Complains, and gives the status to leave with.
  private func unusable(_ complaint: String) -> ExitCode {
    complain(complaint)
    return ExitCode(2)
  }

  /// More than this is no list of lines.
  private static let mostBytes = 64 << 20

  private func rows(_ grammar: Grammar) throws -> AskedLines {
    var asked = AskedLines()
    if files.isEmpty { asked.add(standardInput, named: "standard input", grammar) }
    for file in files {
      do throws(FileFailure) {
        let bytes = try DiskFiles.contents(of: file, limit: Self.mostBytes)
        asked.add(String(decoding: bytes, as: UTF8.self), named: file, grammar)
      } catch {
        throw unusable(Message.harmless("\(file): \(error.words(limit: Self.mostBytes))") + "\n")
      }
    }
    return asked
  }

  private var standardInput: String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }
}
