import Triage

/// Everything that a line says, with what it was recognised by.
public struct Heard: Equatable, Sendable {
  /// The alarms that it sounds, in the tree's order.
  public var alarms: [HeardAlarm] = []
  /// The command that it is as a whole.
  public var command: Command?
  /// What it says to the question that was asked; unrecognised where none was.
  public var answer = Understood.unrecognised(.noSense)
  /// What the answer was recognised by.
  public var evidence: [Evidence] = []
  /// Where it is no answer to a question with choices: those that come nearest, three at most.
  public var nearest: [Value] = []
  /// What it says to other questions, in the order of the line.
  public var volunteered: [Volunteered] = []
  /// Everything of the tree's that it speaks of, whether it holds or not.
  public var mentions: [Mention] = []
  public var remarks: [Remark] = []
  /// Telling words that nothing was made of.
  public var unused: [String] = []
}

/// An alarm that a line sounds.
public struct HeardAlarm: Equatable, Sendable {
  public var alarm: AlarmID
  /// The position of the phrase among the alarm's.
  public var phrase: Int
  /// It is only asked about: "what if I …". One question is to confirm that it is so.
  public var isHypothetical: Bool
  public var evidence: Evidence
}

/// One phrase of one alarm, by its position among them.
public struct AlarmPhrase: Hashable, Comparable, Sendable {
  public var alarm: AlarmID
  public var position: Int

  public init(alarm: AlarmID, position: Int) {
    self.alarm = alarm
    self.position = position
  }

  public static func < (left: AlarmPhrase, right: AlarmPhrase) -> Bool {
    (left.alarm, left.position) < (right.alarm, right.position)
  }
}

/// An answer to a question that was not asked. Where it is no single answer, the question is asked in its turn.
public struct Volunteered: Equatable, Sendable {
  public var question: QuestionID
  public var answer: Understood
  public var evidence: [Evidence]
}

/// Words of a line, and the entry that they matched.
public struct Evidence: Hashable, Sendable {
  /// The words as they were read: small letters, slips mended.
  public var words: String
  /// The phrase of the tree, or the heading of the word list.
  public var entry: String
  public var source: Source

  public enum Source: String, Hashable, Sendable {
    case tree
    case wordList = "word-list"
  }

  public init(words: String, entry: String, source: Source) {
    self.words = words
    self.entry = entry
    self.source = source
  }
}

/// Something of the tree's that a line speaks of.
public struct Mention: Equatable, Sendable {
  public var entry: Hearable
  public var stance: Stance
  public var evidence: Evidence
}

/// How a line stands to something that it speaks of.
public enum Stance: String, Hashable, Sendable, CaseIterable {
  case affirmed
  case denied
  /// Long ago, or over.
  case past
  /// Not the patient's own.
  case another
  /// Asked about, not told.
  case hypothetical
  /// A way of speaking, a film, a job.
  case idiom
}

/// What a line says about an answer beside the answer.
public enum Remark: Hashable, Sendable {
  /// As far as they can tell.
  case hedged
  /// It was so.
  case past
  /// It is about somebody else.
  case another
  /// It takes back what it said first.
  case corrected
  /// Now and then.
  case intermittent
  /// Under a condition.
  case conditional
  /// It comes and goes.
  case recurrent
  /// Old, and worse of late.
  case flare
  /// So much at its worst.
  case worst(Number)
  /// Somewhat more, or somewhat less.
  case above
  case below
  /// Since an age.
  case sinceAge(ClosedRange<Int>)
  /// They would rather not say.
  case declined
  /// It frightens them, or is hard to bear.
  case dismayed
}
