import Conversation

/// What the terminal itself has to say in a chat; everything else is the conversation's.
enum Notice {
  case lineWasRepaired
  case lineWasCut
  case unseenInputWasDropped
  case treeIsUnproven

  var say: Say { Say(.notice, [Say.Span(words)]) }

  private var words: String {
    switch self {
    case .lineWasRepaired: "Some of what was typed is no text. It was read as \u{FFFD}."
    case .lineWasCut: "That line was too long. Only its beginning was read."
    case .unseenInputWasDropped:
      "What was typed before this question was on the screen has been dropped. Please read it, and answer it now."
    case .treeIsUnproven:
      "Nothing has been proven of this tree. It is for whoever writes it to try, and not for patients."
    }
  }

  static let prompt = "> "
  static let morePrompt = "Enter for more, q for all of it> "
}
