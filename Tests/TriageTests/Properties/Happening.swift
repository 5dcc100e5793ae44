import TestSupport
import Triage

/// Everything that can happen to a session, so that it can be counted whether it did.
enum Happening: String, CaseIterable {
  case answered, answeredUnsure, revised, revisedAfterEnd, stuck, alarmEnds, alarmGoesOn, answerWaits
  case offers, leavesOutWhatIsKnown, leavesOutWhatIsUnknown, onBehalf
  case ended, notAsked, neverAnswered, wrongType, outOfRange, offGrid, unsureIsNoAnswer, notStuck, notOfAlarm
  case alarmUnanswered

  /// What an event that was accepted did.
  static func of(_ event: Event, from before: NaiveSession, to after: NaiveSession) -> [Happening] {
    of(event, from: before, ends: after.asked == nil) + (after.known.count > after.answers.count ? [.answerWaits] : [])
      + (after.offer.stretches.isEmpty ? [] : [.offers]) + (after.isOnBehalf ? [.onBehalf] : [])
      + after.offer.leftOut.map { $0.isKnown ? .leavesOutWhatIsKnown : .leavesOutWhatIsUnknown }
  }

  private static func of(_ event: Event, from before: NaiveSession, ends: Bool) -> [Happening] {
    switch event {
    case .answer(_, let answer): [answer == .unsure ? .answeredUnsure : .answered]
    case .stuck: [.stuck]
    case .alarm: [ends ? .alarmEnds : .alarmGoesOn]
    case .revise: [before.asked == nil ? .revisedAfterEnd : .revised]
    }
  }

  static func of(_ rejection: Rejection) -> Happening {
    switch rejection {
    case .ended: .ended
    case .notAsked: .notAsked
    case .neverAnswered: .neverAnswered
    case .wrongType: .wrongType
    case .outOfRange: .outOfRange
    case .offGrid: .offGrid
    case .unsureIsNoAnswer: .unsureIsNoAnswer
    case .notStuck: .notStuck
    case .notOfAlarm: .notOfAlarm
    case .alarmUnanswered: .alarmUnanswered
    }
  }
}
