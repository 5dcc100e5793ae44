import Triage

/// One of at most two sessions that a search follows: where it stands, and what of its past still matters.
struct Traveller {
  var stop: Int
  /// What is left of every reader that an answer has touched, in the order of the readers.
  var touched: [Touched] = []
  /// The answers entered that are still read.
  var entered: [Entered] = []

  struct Touched {
    var reader: Int32
    var rest: Int32
  }

  struct Entered {
    var question: Int32
    var slot: Slot
  }

  /// What is left of a reader; nil where nothing has touched it.
  func rest(of reader: Int32) -> Int32? { touched.first { $0.reader == reader }?.rest }

  mutating func touch(_ reader: Int32, _ rest: Int32) {
    var place = 0
    while place < touched.count, touched[place].reader < reader { place += 1 }
    if place < touched.count, touched[place].reader == reader {
      touched[place].rest = rest
    } else {
      touched.insert(Touched(reader: reader, rest: rest), at: place)
    }
  }

  mutating func untouch(_ reader: Int32) { touched.removeAll { $0.reader == reader } }

  /// Whether both stand at one place and all that is still read is the same.
  func isLike(_ other: Traveller) -> Bool {
    stop == other.stop && touched.count == other.touched.count
      && zip(touched, other.touched).allSatisfy { $0.reader == $1.reader && $0.rest == $1.rest }
  }
}

extension Model {
  /// Whether somebody who ends in an outcome ends as is wanted.
  func isReached(_ end: Goal.End, in outcome: OutcomeID, by traveller: Traveller) -> Bool {
    switch end {
    case .no: false
    case .yes: true
    case .judged(let judgement): judgement.holds(for: offer(of: outcome, to: traveller))
    }
  }

  /// The offer of an outcome, as far as the answers still read decide it: the interpreter's own.
  func offer(of outcome: OutcomeID, to traveller: Traveller) -> Offer {
    var slots = program.unasked
    for answer in traveller.entered { slots[Int(answer.question)] = answer.slot }
    var offering = Offering(tree, slots)
    return offering.offer(of: outcome)
  }
}
