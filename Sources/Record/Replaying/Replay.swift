import Triage

/// A record followed again, line by line, through a tree.
public struct Replay {
  /// Where the events lead.
  public private(set) var session: Session
  /// What was begun and not ended at the last line.
  public private(set) var open = Open()
  private let place: (PartID) -> String?
  /// Whether places count: of another version of a tree they say nothing.
  private let isSameTree: Bool

  /// Follows a record to its end.
  ///
  /// - Parameters:
  ///   - isSameTree: whether the tree is the one that the record was made with, file by file.
  ///   - place: where a part of the tree was written, as `file:line`.
  /// - Throws: the first ``Difference``; nothing after it is looked at, since it would be a guess.
  public init(
    _ record: SessionRecord, through tree: Tree, isSameTree: Bool, place: @escaping (PartID) -> String?
  ) throws(Difference) {
    session = Session(tree)
    (self.isSameTree, self.place) = (isSameTree, place)
    try compare(record.start.took, after: nil, at: 1)
    for line in record.lines {
      switch line.entry {
      case .start, .resumed: break
      case .turn(let turn): try follow(turn, at: line.number)
      case .end(let end): try compare(end, at: line.number)
      }
    }
  }

  private mutating func follow(_ turn: Turn, at line: Int) throws(Difference) {
    let asked = try asked(at: line)
    if asked != turn.asked { throw Difference(line, .asked(turn.asked, now: asked)) }
    let before = session
    guard turn.undone <= session.events.count, turn.undone >= 0 else { throw Difference(line, .undone(turn.undone)) }
    if turn.undone > 0 {
      guard let back = try? Session(session.tree, replaying: Array(session.events.dropLast(turn.undone))) else {
        preconditionFailure("a session was taken back to where it had been")
      }
      session = back
    }
    for event in turn.events { try submit(event, at: line) }
    try compare(turn.took, after: before, at: line)
    open = turn.open
    _ = try self.asked(at: line)  // so that what was begun is known to the tree, also at the last line
  }

  private mutating func submit(_ written: WrittenEvent, at line: Int) throws(Difference) {
    let event: Event
    do throws(Unknown) { event = try written.event(in: session.tree.grammar) } catch {
      throw Difference(line, .unknown(error))
    }
    do throws(Rejection) { try session.submit(event) } catch { throw Difference(line, .refused(error)) }
  }

  private func compare(_ took: [BranchTaken], after before: Session?, at line: Int) throws(Difference) {
    let now = BranchTaken.taken(by: session, after: before, place: place)
    for place in 0..<max(took.count, now.count) {
      let (recorded, found) = (place < took.count ? took[place] : nil, place < now.count ? now[place] : nil)
      if isSameTree ? recorded != found : recorded?.target != found?.target {
        throw Difference(line, .branch(recorded, now: found))
      }
    }
  }

  private func compare(_ end: End, at line: Int) throws(Difference) {
    let now = End(of: session)
    if end != now { throw Difference(line, .end(end, now: now)) }
  }

  /// The question that is being asked, by an alarm, for a change, or by the session.
  private func asked(at line: Int) throws(Difference) -> String? {
    let grammar = session.tree.grammar
    do throws(Unknown) {
      if let alarm = open.alarms.first {
        let given = try alarm.given.given(in: grammar)
        return session.nextQuestion(of: try grammar.alarm(alarm.name), after: given).map { grammar.questions[$0].name }
      }
      if let changing = open.changing { return grammar.questions[try grammar.question(changing)].name }
    } catch {
      throw Difference(line, .unknown(error))
    }
    guard case .asking(let question) = session.position else { return nil }
    return grammar.questions[question].name
  }
}

/// The first thing in which a replay is not what was recorded.
public struct Difference: Error, Equatable, Sendable {
  /// Of the record, from 1.
  public var line: Int
  public var kind: Kind

  public enum Kind: Equatable, Sendable {
    /// Another question, or none, was asked.
    case asked(String?, now: String?)
    /// More was taken back than had happened.
    case undone(Int)
    /// The tree does not take what happened.
    case refused(Rejection)
    case unknown(Unknown)
    case branch(BranchTaken?, now: BranchTaken?)
    case end(End, now: End?)
  }

  init(_ line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }
}
