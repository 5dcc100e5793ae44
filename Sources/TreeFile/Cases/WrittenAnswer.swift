/// An answer as it is written where there is no file for it: `question=value`, both as in a case.
public struct WrittenAnswer: Equatable, Sendable {
  public var question: String
  public var value: String

  /// Nil where one of the two is missing.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    (question, value) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
    guard [question, value].allSatisfy({ part in part.contains { $0 != " " } }) else { return nil }
  }

  /// What it is called where something is wrong with it.
  var name: String { "the answer \(question)=\(value)" }
}
