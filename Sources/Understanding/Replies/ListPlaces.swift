import Triage

/// What a line says of the numbers of a list, where it says nothing else: "only 4", "2 but not 3", "none, oh wait, 2".
struct ListPlaces {
  /// The choices that are picked, one bit each.
  private(set) var picked: UInt32 = 0
  /// Whether a "no" or a doubt stands before one of them, so that it has to be asked about.
  private(set) var isInDoubt = false

  private enum Stance {
    case told, denied, doubted
  }

  /// Nil where the line has other words as well, or picks nothing.
  init?(_ line: Line, among count: Int) {
    var stance = Stance.told
    var place = 0
    while place < line.tokens.count {
      if let number = line.placeInList(at: place) {
        guard (1...count).contains(number) else { return nil }
        add(number - 1, stance)
        place += 1
      } else if let found = line.aboutList(at: place) {
        stance = turned(stance, by: found.heading)
        place += found.count
      } else if line.sign(at: place) == .pause || line.sign(at: place) == .dash {
        place += 1
      } else {
        return nil
      }
    }
    guard picked != 0 else { return nil }
  }

  private mutating func add(_ choice: Int, _ stance: Stance) {
    guard stance != .denied else { return }
    picked |= 1 << UInt32(choice)
    isInDoubt = isInDoubt || stance == .doubted
  }

  /// A "no" before anything was picked may be taken back by what follows; one behind it takes away what follows.
  private func turned(_ stance: Stance, by heading: Heading) -> Stance {
    switch heading {
    case .notSure: .doubted
    case .plainNo, .noneOfList: picked == 0 ? .doubted : .denied
    case .denying: .denied
    case .plainYes, .part, .correction, .aloneOfList: .told
    default: stance
    }
  }
}

extension Line {
  /// A number in digits or words; "one" may mean anything.
  fileprivate func placeInList(at place: Int) -> Int? {
    let word = aligned[place]
    return Int(word) ?? language.numbers[word].flatMap { $0 > 1 ? $0 : nil }
  }

  /// The longest phrase here that says whether a number fits, or nothing.
  fileprivate func aboutList(at place: Int) -> (heading: Heading, count: Int)? {
    let headings: [Heading] = [
      .notSure, .plainNo, .noneOfList, .plainYes, .aloneOfList, .correction, .part, .denying, .restOfList, .filler,
      .harmless, .weakening, .sometimes, .perhaps, .approximate, .passing, .and, .auxiliary, .pronoun,
    ]
    return headings.compactMap { heading in
      language[heading].longest(in: aligned, at: place).map { (heading: heading, count: $0.count) }
    }
    .reduce(nil) { longest, next in next.count > longest?.count ?? 0 ? next : longest }
  }
}
