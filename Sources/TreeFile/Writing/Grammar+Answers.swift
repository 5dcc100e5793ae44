import Triage

/// Answers as the author of a tree writes them.
extension Grammar {
  public func text(_ answer: Answer, to question: QuestionID) -> String {
    switch answer {
    case .unsure: "unsure"
    case .value(let value): value.text(questions[question].kind)
    }
  }
}

extension Value {
  /// As the author of a tree writes it where a question of this kind is answered; "?" for a choice of another kind.
  public func text(_ kind: Question.Kind) -> String {
    switch (self, kind) {
    case (.yesNo(let isYes), _): isYes ? "yes" : "no"
    case (.choice(let position), .choice(let choices)): choices[position].name
    case (.choices(let picked), .choices(let choices)):
      "[" + choices.indices.filter { picked >> $0 & 1 == 1 }.map { choices[$0].name }.joined(separator: ", ") + "]"
    case (.number(let number), _): number.text
    case (.duration(let minutes), _): minutes.text
    case (.choice, _), (.choices, _): "?"
    }
  }
}

extension Number {
  /// In digits, without zeros at the end of a fraction.
  public var text: String {
    let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: Self.scale.magnitude)
    var digits = String(fraction + Self.scale.magnitude).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}

extension Minutes {
  /// In the largest unit of which it is a whole number.
  public var text: String {
    let units: [(String, Int64)] = [("week", 7 * 24 * 60), ("day", 24 * 60), ("hour", 60), ("minute", 1)]
    guard count != 0, let (name, size) = units.first(where: { count % $0.1 == 0 }) else { return "0 days" }
    return count == size ? "1 \(name)" : "\(count / size) \(name)s"
  }
}
