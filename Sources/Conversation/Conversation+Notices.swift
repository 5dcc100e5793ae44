/// What the program around the conversation has to say to the patient.
public enum Notice: Sendable {
  case lineWasRepaired
  case lineWasCut
  case unseenInputWasDropped
  case treeIsUnproven
  /// The end of the record that goes on was cut short by so many bytes.
  case lineWasLost(bytes: Int)
  case recordBegun(String)
  case recordRefused(String, because: String)
  case recordGoesOn(String)
  case recordCannotBegin
  case recordBroke(String, because: String)
}

extension Conversation {
  public func words(for notice: Notice) -> Say {
    switch notice {
    case .lineWasRepaired: say(.notice, .lineWasRepaired)
    case .lineWasCut: say(.notice, .lineWasCut)
    case .unseenInputWasDropped: say(.notice, .unseenInputWasDropped)
    case .treeIsUnproven: say(.notice, .treeIsUnproven)
    case .lineWasLost(let bytes): say(.notice, .lineWasLost, count: Int64(bytes))
    case .recordBegun(let path): say(.notice, .recordBegun, [.path: path])
    case .recordRefused(let path, let reason): say(.notice, .recordRefused, [.path: path, .reason: reason])
    case .recordGoesOn(let path): say(.notice, .recordGoesOn, [.path: path])
    case .recordCannotBegin: say(.notice, .recordCannotBegin)
    case .recordBroke(let path, let reason): say(.notice, .recordBroke, [.path: path, .reason: reason])
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
