import ArgumentParser

struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with a recorded chat that was cut off.",
    discussion: """
      Every answer that was recorded stands. A last line that was cut short is dropped. The tree must be the one of the \
      record, file by file; without a name it is looked for where it was. Whatever is refused leaves the record as it \
      is.
      """
  )

  @Argument(help: "The record.", completion: .file())
  var record: String

  @Argument(
    help: "The tree of the record, where it lies elsewhere now.", completion: .file(extensions: ["yaml", "yml"]))
  var tree: String?

  @ParentCommand var main: BacktalkCommand

  func validate() throws {
    if main.record != nil { throw ValidationError("--record begins a record, and resume goes on with one.") }
  }

  func run() throws { throw ExitCode(resumeChat(record, main.chatOptions(tree: tree))) }
}
