/// What the program around the conversation has to say to the patient.
public enum Notice: Sendable {
  case lineWasRepaired
  case lineWasCut
  case unseenInputWasDropped
  case treeIsUnproven
}

extension Conversation {
  public func words(for notice: Notice) -> Say {
    switch notice {
    case .lineWasRepaired: say(.notice, .lineWasRepaired)
    case .lineWasCut: say(.notice, .lineWasCut)
    case .unseenInputWasDropped: say(.notice, .unseenInputWasDropped)
    case .treeIsUnproven: say(.notice, .treeIsUnproven)
    }
  }

  /// What stands before the line that is typed.
  public var prompt: String { text(.prompt) + " " }

  /// Whether a line typed there asks for all that is left: the word that the prompt names, its first letter, or what
  /// other programs take to leave a page.
  public func meansAllPages(_ line: String) -> Bool {
    let word = text(.allPages)
    return [word, String(word.prefix(1)), "q"].contains(line.lowercased())
  }

  /// The same where a long text waits for its reader.
  public var morePrompt: String { text(.morePrompt, [.all: text(.allPages)]) + " " }
}
