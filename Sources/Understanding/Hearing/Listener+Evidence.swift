import Triage

extension Listener {
  /// What the readers of a question's type went by: the words of the line that matched, and under which heading of the
  /// word list, or what the tree calls the choice. Nothing where they understood nothing.
  func evidence(for read: Understood, _ line: Line, by reader: ChoiceReader) -> [Evidence] {
    switch read {
    case .unrecognised: []
    case .interval: line.sizeEvidence
    case .ambiguous(let values): evidence(for: values, line, by: reader)
    case .answer(let reading): evidence(for: reading, line, by: reader)
    }
  }

  private func evidence(for reading: Reading, _ line: Line, by reader: ChoiceReader) -> [Evidence] {
    switch (reading.rule, reading.answer) {
    case (.notSure, _): [line.evidence(under: [.notSure, .decline, .skip, .perhaps])]
    case (.nothingPicked, _): [line.evidence(under: [.noneOfList])]
    case (.everythingPicked, _): [line.evidence(under: [.allOfList, .bothOfList])]
    case (.yesNo, .value(let value)): line.replyEvidence(for: value)
    case (.number, _), (.duration, _), (.since, _): line.sizeEvidence
    case (_, .value(let value)): evidence(for: [value], line, by: reader)
    case (_, .unsure): line.replyEvidence()
    }
  }

  private func evidence(for values: [Value], _ line: Line, by reader: ChoiceReader) -> [Evidence] {
    switch values.first {
    case .yesNo: return line.replyEvidence(for: values.count == 1 ? values.first : nil)
    case .number, .duration: return line.sizeEvidence
    case nil: return []
    case .choice, .choices:
      let picked = Set(values.flatMap(\.picked)).sorted()
      return picked.map { line.evidence(for: reader.choices[$0], called: reader.called[$0]) }
    }
  }
}

extension Value {
  /// The choices that it names.
  var picked: [Int] {
    switch self {
    case .choice(let choice): [choice]
    case .choices(let picks): (0..<Question.mostChoices).filter { picks >> UInt32($0) & 1 == 1 }
    case .yesNo, .number, .duration: []
    }
  }
}

extension Language.Reply {
  /// Whether it can come to that answer.
  fileprivate func means(_ value: Value?) -> Bool {
    switch self {
    case .yes, .softYes, .sometimes, .sometimesWhen: value == .yes
    case .no, .softNo, .pastNo: value == .no
    case .perhaps, .either: false
    }
  }
}

extension Line {
  private func evidence(_ words: some Sequence<String>, _ entry: String) -> Evidence {
    Evidence(words: words.joined(separator: " "), entry: entry, source: .wordList)
  }

  /// The line, without what changes nothing at its ends, under the first of the headings that has it.
  fileprivate func evidence(under headings: [Heading]) -> Evidence {
    for words in language.peeled(words) {
      if let heading = headings.first(where: { language[$0].contains(words) }) {
        return evidence(words, heading.rawValue)
      }
    }
    return evidence(words, headings[0].rawValue)
  }

  /// The reply that the line is, where it means that answer, or else every reply that stands in it.
  fileprivate func replyEvidence(for value: Value? = nil) -> [Evidence] {
    for words in language.peeled(words) {
      guard let reply = language.replies.whole(words), value == nil || reply.means(value) else { continue }
      return [evidence(words, reply.heading.rawValue)]
    }
    var found: [Evidence] = []
    let words = words
    var place = 0
    while place < words.count {
      if let reply = language.replies.longest(in: words, at: place) {
        found.append(evidence(words[place..<place + reply.count], reply.meaning.heading.rawValue))
        place += reply.count
      } else {
        place += 1
      }
    }
    if found.isEmpty, let word = words.first, let reply = language.replyNames.swapped(word) {
      found = [evidence([reply], language.replies.whole([reply])?.heading.rawValue ?? Heading.yes.rawValue)]
    }
    return found
  }

  /// What the choice is called, as far as the line says it; its label where none of it stands there in one piece.
  fileprivate func evidence(for choice: Choice, called: [ChoiceReader.Called]) -> Evidence {
    let words = words
    let said = called.filter { words.firstRange(of: $0.words) != nil }
    let longest = said.max { $0.words.count < $1.words.count }
    return Evidence(
      words: (longest?.words ?? words).joined(separator: " "), entry: longest?.text ?? choice.label, source: .tree)
  }

  // MARK: Numbers and lengths of time

  /// Every piece of a number or a length of time, from left to right, with what the word list says of it.
  fileprivate var sizeEvidence: [Evidence] {
    var found: [Evidence] = []
    var place = 0
    while place < tokens.count {
      if let piece = sizePiece(at: place) {
        found.append(evidence(aligned[place..<place + piece.count], piece.entry))
        place += piece.count
      } else {
        place += 1
      }
    }
    return found
  }

  /// The longest piece at a place.
  private func sizePiece(at place: Int) -> (entry: String, count: Int)? {
    if case .number = tokens[place] { return ("digits", 1) }
    let pieces = sizeTables(at: place) + sizeSets(at: place)
    let longest = pieces.max { $0.count < $1.count }
    return longest ?? slipPiece(at: place)
  }

  private func sizeTables(at place: Int) -> [(entry: String, count: Int)] {
    func piece<Meaning>(_ table: PhraseTable<Meaning>, _ entry: (Meaning) -> String) -> (String, Int)? {
      table.longest(in: aligned, at: place).map { (entry($0.meaning), $0.count) }
    }
    func name(_ heading: Heading) -> (Int64) -> String { { "\(heading.rawValue) \($0)" } }
    func word(_ words: [String: Int], _ heading: Heading) -> (String, Int)? {
      words[aligned[place]].map { ("\(heading.rawValue) \($0)", 1) }
    }
    let phrases = [
      piece(language.units, name(.unit)), piece(language.singles, name(.single)),
      piece(language.openEnded, name(.open)),
      piece(language.loose, name(.loose)), piece(language.daysAgo, name(.daysAgo)),
      piece(language.decades, name(.decade)), piece(language.lastPeriods) { $0.rawValue },
      piece(language.sizes) { "\(Heading.scale.rawValue) \($0.lowerBound) \($0.upperBound)" },
      piece(language.bounds) { bound in Language.Bound.before.first { $0.1 == bound }?.0.rawValue ?? "" },
      piece(language.boundsAfter) { bound in Language.Bound.after.first { $0.1 == bound }?.0.rawValue ?? "" },
    ]
    let words = [
      word(language.numbers, .number), word(language.ordinals, .ordinal), word(language.weekdays, .weekday),
      word(language.months, .month),
    ]
    return (phrases + words).compactMap(\.self)
  }

  private func sizeSets(at place: Int) -> [(entry: String, count: Int)] {
    [.noAmount, .andAHalf, .half, .hundred, .since, .approximate, .outOf, .early, .middle, .late].compactMap {
      heading in
      language[heading].longest(in: aligned, at: place).map { (heading.rawValue, $0.count) }
    }
  }

  private func slipPiece(at place: Int) -> (entry: String, count: Int)? {
    guard let slip = slips[place] else { return nil }
    if let number = slip.number { return ("\(Heading.number.rawValue) \(number)", 1) }
    if let minutes = slip.unit { return ("\(Heading.unit.rawValue) \(minutes)", 1) }
    if let day = slip.weekday { return ("\(Heading.weekday.rawValue) \(day)", 1) }
    return slip.month.map { ("\(Heading.month.rawValue) \($0)", 1) }
  }
}
