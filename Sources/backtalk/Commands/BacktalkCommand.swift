import ArgumentParser
import Display

/// The command line: the one definition from which help, man page and completions come.
struct BacktalkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtalk",
    abstract: "Ask questions along a decision tree, and end in what to do next.",
    usage: """
      backtalk [<options>] [<tree>]
      backtalk test [<options>] [--update] <paths> ...
      backtalk check [<options>] [--format <format>] [--strict] [--seal] [--watch] <trees> ...
      backtalk explain [<options>] [--case <name>] [--to <outcome>] <file> [<answers> ...]
      backtalk diff [<options>] [--format <format>] [--allow-lowered] <old> <new>
      backtalk sign [<options>] [--by <name>] <tree>
      backtalk resume [<options>] <record> [<tree>]
      backtalk replay [<options>] [--tree <tree>] [--redact <out>] <record>
      backtalk understand [<options>] [--format <format>] [<tree>] [<files> ...]
      """,
    discussion: """
      Without a tree the chat follows the one that the environment variable BACKTALK_TREE names, or else the default \
      one. It refuses a tree that does not keep what it promises. Answers go to standard output, diagnostics to \
      standard error. The exit status is 0 when all went well, 1 when a test or a check failed or the input ended \
      before an outcome, and 2 when the command or a file cannot be used.
      """,
    subcommands: [
      ChatCommand.self, TestCommand.self, CheckCommand.self, DiffCommand.self, ExplainCommand.self, SignCommand.self,
      ResumeCommand.self, ReplayCommand.self, UnderstandCommand.self,
    ],
    defaultSubcommand: ChatCommand.self
  )

  @Option(
    help: ArgumentHelp("A folder from which a tree may take files, beside its own.", valueName: "folder"),
    completion: .directory)
  var library: [String] = []

  @Flag(help: "For a screen reader: one thought a line, no colour, no empty lines.")
  var plain = false

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColourChoice.auto

  @Flag(help: "Follow a tree of which nothing has been proven, while it is being written.")
  var unproven = false

  @Option(
    help: ArgumentHelp(
      "Write the chat to this file, which must not be there yet and which only you will be able to read.",
      valueName: "file"), completion: .file())
  var record: String?

  @Flag(help: "For a machine that others use next: wipe the screen at the end, and where nobody types for long.")
  var kiosk = false

  @Option(
    help: ArgumentHelp("With --kiosk: the seconds without a key after which a chat is left.", valueName: "seconds"))
  var idle = ChatOptions.usualIdle

  @Flag(help: "Name the program, the format and the tree, each with its version.")
  var version = false
}

extension ColourChoice: ExpressibleByArgument {}

extension BacktalkCommand {
  func validate() throws {
    if record == "" { throw ValidationError("--record takes the name of a file.") }
    if !(1...86_400).contains(idle) { throw ValidationError("--idle takes a whole number from 1 to 86400.") }
  }

  /// How a chat was asked to be.
  func chatOptions(tree: String?) -> ChatOptions {
    var options = ChatOptions()
    options.tree = tree
    options.libraries = library
    options.isPlain = plain
    options.colour = color
    options.isUnproven = unproven
    options.record = record
    options.isKiosk = kiosk
    options.idle = idle
    return options
  }

  /// Does what the arguments say.
  ///
  /// - Returns: the exit status.
  static func start(_ arguments: some Collection<String>) -> Int32 {
    if let unknown = UnknownCommand(in: arguments) {
      complain(unknown.complaint)
      return 2
    }
    do {
      var command = try parseAsRoot(Array(arguments))
      try command.run()
      return 0
    } catch let status as ExitCode {
      return status.rawValue
    } catch {
      // Help and completions come as errors too.
      guard exitCode(for: error) == .success else {
        complain(fullMessage(for: error) + "\n")
        return 2
      }
      print(message(for: error))
      return 0
    }
  }
}
