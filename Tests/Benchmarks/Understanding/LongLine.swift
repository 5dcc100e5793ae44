import Triage
import Understanding

/// A line as long as nobody types, made to be hard to understand in one way.
struct LongLine {
  var name: String
  var text: String

  static func all(_ grammar: Grammar, length: Int) -> [LongLine] {
    let spoken = grammar.alarms.flatMap(\.hears).compactMap { grammar.spoken($0).first }
    let beginnings = spoken.map { $0.split(separator: " ").dropLast().joined(separator: " ") }.filter { !$0.isEmpty }
    let answers = grammar.questions.flatMap(\.choices).flatMap(\.hears).compactMap { grammar.spoken($0).first }
    let words = Array(Set(spoken.flatMap { $0.split(separator: " ").map(String.init) })).sorted()
    return [
      LongLine("words of alarms", words, length), LongLine("alarms", spoken, length),
      LongLine("alarms, denied", spoken.map { "no \($0)" }, length),
      LongLine("alarms in a list", spoken, separator: ", ", length, opening: "no ", ending: " or"),
      LongLine("beginnings of alarms", beginnings, length), LongLine("what choices are called", answers, length),
      LongLine("misspelt words", words.filter { $0.count >= 5 }.map(misspelt), length),
      LongLine("one word", ["back"], length), LongLine("asides", ["so", "well", "please"], length),
      LongLine("yes and no", ["yes", "no", "or", "my mum"], length),
      LongLine("commas", [","], length), LongLine("commas between words", ["a", "numb"], separator: ",", length),
      LongLine("digits", ["7"], separator: "", length), LongLine("numbers", ["3", "weeks", "to"], length),
      LongLine("numbers with and", ["3", "and"], length), LongLine("thousands", ["000,"], separator: "", length),
      LongLine("greetings", ["hi"], length),
      LongLine("numbers in words", ["two hundred", "twenty", "one", "and a half"], length),
      LongLine("slips of numbers", ["wto", "sveen", "thre", "mnths"], length),
      LongLine("one letter", ["x"], separator: "", length), LongLine("signs", ["-", "/", "'", "?"], length),
    ]
  }

  private init(
    _ name: String, _ parts: [String], separator: String = " ", _ length: Int, opening: String = "", ending: String = ""
  ) {
    self.name = name
    text = opening
    var next = 0
    while text.utf8.count + ending.utf8.count < length {
      text += parts[next % parts.count] + separator
      next += 1
    }
    text = String(text.prefix(length - ending.count)) + ending
  }

  /// With one letter doubled and two others swapped.
  private static func misspelt(_ word: String) -> String {
    var letters = Array(word)
    letters.swapAt(2, 3)
    letters.insert(letters[1], at: 1)
    return String(letters)
  }
}
