import Triage

/// What happened in the sessions of one chat: more than one, where something was taken back.
struct Histories: Sendable {
  /// None is the beginning of the one after it.
  private(set) var all: [[Event]] = []

  /// Notes what has happened so far.
  mutating func note(_ events: [Event]) {
    if let last = all.last, events.starts(with: last) { all.removeLast() }
    all.append(events)
  }
}
