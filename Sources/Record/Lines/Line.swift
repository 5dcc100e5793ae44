/// One line of a record.
public struct Line: Equatable, Sendable {
  /// Its place in the record, from 1.
  public var number: Int
  /// When it was written, as the clock of whoever wrote it showed it.
  public var time: String
  public var entry: Entry
  /// The hash of the line before.
  public var previous: Hash
  /// Of all that stands before it on the line, private texts by their hashes alone.
  public var hash: Hash
}

/// What a line tells.
public enum Entry: Equatable, Sendable {
  /// The first line.
  case start(Start)
  /// One line that was typed, and what came of it.
  case turn(Turn)
  /// From here on the session was continued by a program that was started anew.
  case resumed(Resumed)
  /// The last line of a session that came to its end.
  case end(End)
}

/// Which program follows which tree.
public struct Start: Equatable, Sendable {
  /// Of the program.
  public var engine: String
  public var tree: TreeMark
  /// The branches taken before anything was asked.
  public var took: [BranchTaken]

  public init(engine: String, tree: TreeMark, took: [BranchTaken]) {
    self.engine = engine
    self.tree = tree
    self.took = took
  }
}

/// What a tree is known by.
public struct TreeMark: Equatable, Sendable {
  public var id: String
  public var version: String
  /// The SHA-256 of all its files, in hexadecimal digits.
  public var digest: String
  /// Where its file lay. Private, since the names of folders can tell of people.
  public var path: PrivateText

  public init(id: String, version: String, digest: String, path: PrivateText) {
    self.id = id
    self.version = version
    self.digest = digest
    self.path = path
  }
}

public struct Resumed: Equatable, Sendable {
  public var engine: String
  /// The bytes of a line cut short that were dropped.
  public var dropped: Int

  public init(engine: String, dropped: Int) {
    self.engine = engine
    self.dropped = dropped
  }
}

/// Where a session ended.
public struct End: Equatable, Sendable {
  public var outcome: String
  /// None for an outcome without one.
  public var level: String?
  public var cause: Cause
  /// The alarm that ended it, where one did.
  public var alarm: String?

  public enum Cause: String, Sendable {
    case decision, stuck, alarm
  }
}
