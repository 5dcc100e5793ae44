import Display
import TreeFile

/// A first word that was meant as a command and is none.
struct UnknownCommand: Equatable {
  var word: String
  var nearest: String?

  static let known = BacktalkCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  /// Nil where the first argument is a command, an option, or a path: with a dot or a slash in it, or of a file that is
  /// there.
  init?(in arguments: some Collection<String>) {
    guard let word = arguments.first, !word.hasPrefix("-"), !word.contains("/"), !word.contains("."), !word.isEmpty,
      !Self.known.contains(word), !fileExists(word)
    else { return nil }
    self.word = word
    var search = Nearest()
    nearest = search.name(to: word, among: Self.known)
  }

  var complaint: String {
    Message.harmless("backtalk: there is no command \"\(word)\", and no file of that name") + "\n"
      + (nearest.map { "Did you mean \"\($0)\"? " } ?? "")
      + "The commands are: \(Self.known.joined(separator: ", ")).\n"
  }
}
