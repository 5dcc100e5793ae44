extension ScriptMistake {
  /// What is wrong and what to do.
  public var words: String {
    switch kind {
    case .endlessHeader:
      "no line \"\(Script.endOfHeader)\" ends the header; the chat begins below it"
    case .notKeyAndValue(let text):
      "\"\(text)\" is no \"key: value\""
    case .unknownKey(let key):
      "a script has no \"\(key)\"; it has \(Script.keys.joined(separator: ", "))"
    case .repeatedKey(let key):
      "\"\(key)\" stands here a second time"
    case .missingKey(let key):
      "the header lacks \"\(key):\""
    case .noMoment(let text):
      "\"\(text)\" is no date and time; write it like 2026-11-02T09:00"
    case .noNumber(let text, let range):
      "\"\(text)\" is no whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
