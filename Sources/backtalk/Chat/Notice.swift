import Conversation

/// What the terminal itself has to say in a chat; everything else is the conversation's.
enum Notice {
  case lineWasRepaired
  case lineWasCut
  case unseenInputWasDropped
  case treeIsUnproven
  case lineWasLost(bytes: Int)
  case recordBegun(String)
  case recordRefused(String, because: String)
  case recordGoesOn(String)
  case recordCannotBegin
  case recordBroke(String, because: String)

  var say: Say { Say(.notice, [Say.Span(words)]) }

  private var words: String {
    switch self {
    case .lineWasRepaired: "Some of what was typed is no text. It was read as \u{FFFD}."
    case .lineWasCut: "That line was too long. Only its beginning was read."
    case .unseenInputWasDropped:
      "What was typed before this question was on the screen has been dropped. Please read it, and answer it now."
    case .treeIsUnproven:
      "Nothing has been proven of this tree. It is for whoever writes it to try, and not for patients."
    case .lineWasLost(let bytes):
      "The last line of the record was cut short (\(bytes) bytes), and has been dropped. Whatever was answered there is "
        + "asked again."
    case .recordBegun(let path):
      "This chat is written to \(path) from now on, and so is what was said before. Only you can read that file."
    case .recordRefused(let path, let reason): "No record was begun. \(path): \(reason)."
    case .recordGoesOn(let path): "This chat is written to \(path) already."
    case .recordCannotBegin: "No record was begun, since the beginning of this chat is not known any more."
    case .recordBroke(let path, let reason):
      "The record can no longer be written. \(path): \(reason). It holds what was said before this; nothing more is "
        + "stored. The chat goes on."
    }
  }

  static let prompt = "> "
  static let morePrompt = "Enter for more, q for all of it> "
}
