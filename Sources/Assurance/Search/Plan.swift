import Triage

/// How the answers to a question are tried.
struct Plan {
  /// Answers known as a whole, by both patients.
  var whole: [Goal.Pair]
  /// Of several choices: ways to decide them one after another.
  var forks: [[Bit]]

  /// One choice, and what both patients may pick of it.
  struct Bit {
    var choice: Int32
    var picks: [(first: Bool, second: Bool)]
  }

  /// Every class of answers, the same for both.
  init(_ classes: AnswerClasses) {
    whole = classes.whole.map { Goal.Pair(first: $0, second: $0) }
    let both = [(first: false, second: false), (first: true, second: true)]
    forks =
      classes.bits.map { bits in
        [bits.map { Bit(choice: $0, picks: classes.closed.contains($0) ? [both[0]] : both) }]
      } ?? []
  }

  /// The ways in which two patients differ, as what becomes known of the answers of the one and of the other.
  var differences: [([Move.News], [Move.News])] {
    let whole = whole.filter { $0.first != $0.second }.map {
      ([Move.News.answer($0.first)], [Move.News.answer($0.second)])
    }
    let forked = forks.flatMap(\.self).flatMap { bit in
      bit.picks.filter { $0.first != $0.second }.map { pick in
        (
          [Move.News.isDefinite, .choice(bit.choice, isPicked: pick.first)],
          [Move.News.isDefinite, .choice(bit.choice, isPicked: pick.second)]
        )
      }
    }
    return whole + forked
  }

  init(whole: [Goal.Pair], forks: [[Bit]] = []) { (self.whole, self.forks) = (whole, forks) }
}
