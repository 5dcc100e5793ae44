import Triage

extension Amounts {
  /// Leaves out numbers that count something which the question does not ask for: of "3 weeks" no size, of "6 months" no
  /// age in years.
  mutating func dropCounted(of range: NumberRange, in line: Line) {
    found.removeAll { amount in
      if line.isWord(of: .hundred, at: amount.end) || line.countsThings(at: amount.end) { return true }
      guard let unit = line.unit(at: amount.end) else { return false }
      return range.isScale || unit.minutes != Minutes.perYear
    }
  }
}

extension Amounts {
  /// Leaves out a word for one that stands for a thing: "you'd have to have one to know".
  mutating func dropThings(in line: Line) {
    found.removeAll { amount in
      amount.low == Number(1) && amount.high == amount.low && line.word(at: amount.end - 1) != nil
        && line.isWord(of: .thingCounted, at: amount.end - 2)
    }
  }
}

extension Line {
  /// Whether things that are counted are named here: "jars", "of my jars".
  fileprivate func countsThings(at place: Int) -> Bool {
    guard isWord(of: .of, at: place) else { return isCounted(at: place) }
    return isCounted(at: place + 1) || isWord(of: .passing, at: place + 1) && isCounted(at: place + 2)
  }

  private func isCounted(at place: Int) -> Bool { language[.counted].longest(in: aligned, at: place) != nil }
}

/// Whether a number is written together with letters that belong to no number: "1o", "L5".
func hasLettersInNumber(_ text: String, in language: Language) -> Bool {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { piece in
    guard piece.contains(where: \.isNumber), piece.contains(where: \.isLetter) else { return false }
    let beginsWithLetter = piece.first?.isLetter == true
    let letters = piece.split(whereSeparator: \.isNumber).map(String.init)
    return letters.enumerated().contains { place, letters in
      if letters.count > 1 { return !language.words.contains(letters) }
      return beginsWithLetter && place == 0 || language[.digitLetter].contains(Line.words(of: letters, in: language))
    }
  }
}
