import ArgumentParser

/// What is done where no command is named.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk, following a tree. This is what happens where no command is named.")

  @Argument(help: "The tree to follow: a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var tree: String?

  @ParentCommand var main: BacktalkCommand

  func run() throws {
    let options = main.chatOptions(tree: tree)
    throw ExitCode(main.version ? showVersion(options) : startChat(options))
  }
}
