import Triage

/// Reads a line as the answer to a question.
///
/// Deterministic, and total: every line has a result, however long and whatever it holds. `now` is the patient's date
/// and time, for "since Tuesday".
public func understand(_ line: String, as question: Question, now: Moment) -> Understood {
  .unrecognised(.noSense)
}

/// The first alarm of which a phrase stands in the line as whole words, and is not denied by the word before it.
public func heardAlarm(in line: String, _ tree: Tree) -> AlarmID? { nil }
