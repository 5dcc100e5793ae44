import Conversation
import Record
import SignOff
import TreeFile
import Triage
import Understanding

/// Writes what is said to a record where one is asked for, and until then keeps it in memory.
struct Recorder {
  private let tree: FollowedTree
  private let clock: () -> String
  private let salt: () -> [UInt8]

  /// When the chat began.
  private var start: String
  /// All that was said since then.
  private var exchanges: [Exchange] = []
  /// Whether that is the whole chat, and not what followed after it was cut off.
  private var isWhole = true
  private var writing: Writing?
  /// Whether a record was begun and could not be ended.
  private(set) var hasFailed = false

  /// A record that is being written.
  private struct Writing {
    var file: RecordFile
    var chain: Chain
  }

  /// - Parameters:
  ///   - clock: the time as records have it.
  ///   - salt: gives bytes that nobody can guess.
  init(
    _ tree: FollowedTree, clock: @escaping () -> String = localTimestamp,
    salt: @escaping () -> [UInt8] = PrivateText.randomSalt
  ) {
    (self.tree, self.clock, self.salt) = (tree, clock, salt)
    start = clock()
  }

  /// The path of the record that is being written.
  var path: String? { writing?.file.path }

  // MARK: Beginning

  /// Begins a record, and writes to it all that was said so far.
  mutating func begin(_ path: String) throws(RecordFailure) {
    let file = try RecordFile.create(path)
    var chain = Chain()
    var lines = [chain.link(.start(opening), at: start)]
    for exchange in exchanges { lines.append(chain.link(.turn(turn(of: exchange)), at: exchange.time)) }
    do throws(RecordFailure) {
      try file.append(lines)
    } catch {
      file.discard()
      throw error
    }
    writing = Writing(file: file, chain: chain)
  }

  /// Goes on with a record that was cut off.
  mutating func resume(_ file: RecordFile, _ record: SessionRecord) throws(RecordFailure) {
    try file.makePrivate()
    if record.tornBytes > 0 { try file.cut(to: record.wholeBytes) }
    isWhole = false
    var chain = record.chain
    let line = chain.link(.resumed(Resumed(engine: Version.program, dropped: record.tornBytes)), at: clock())
    try file.append([line])
    writing = Writing(file: file, chain: chain)
  }

  /// Whether a record can be begun: what was said earlier is known, and is being written nowhere.
  var canBegin: Bool { isWhole && writing == nil }

  private var opening: Start {
    let grammar = tree.tree.grammar
    let mark = TreeMark(
      id: grammar.id, version: grammar.version, digest: Digest(of: tree.map.sources).text,
      path: PrivateText(absolutePath(tree.path), salt: salt()))
    let took = BranchTaken.taken(by: Session(tree.tree), after: nil, place: tree.map.placeInTree)
    return Start(engine: Version.program, tree: mark, took: took)
  }

  // MARK: Going on

  /// Takes what a line came to. It is on the disk when this comes back without a failure.
  mutating func take(
    _ line: String, from before: Conversation, to after: Conversation, _ reply: Reply
  ) throws(RecordFailure) {
    var exchange = Exchange(before: before, after: after, line: line, time: clock())
    for case .keepNote(let words) in reply.requests { exchange.note = words }
    exchanges.append(exchange)
    if writing != nil { try write(.turn(turn(of: exchange)), at: exchange.time) }
  }

  /// Forgets what no record holds.
  mutating func forget() {
    guard writing == nil else { return }
    exchanges = []
    start = clock()
    isWhole = true
  }

  /// Ends the record where the session has ended. Of one that was left earlier nothing is written, so that it can be
  /// gone on with.
  mutating func end(_ session: Session) throws(RecordFailure) {
    if writing != nil, let end = End(of: session) { try write(.end(end), at: clock()) }
    writing = nil
  }

  private mutating func write(_ entry: Entry, at time: String) throws(RecordFailure) {
    guard let line = writing?.chain.link(entry, at: time) else { return }
    do throws(RecordFailure) {
      try writing?.file.append([line])
    } catch {
      (writing, hasFailed) = (nil, true)
      throw error
    }
  }

  private func turn(of exchange: Exchange) -> Turn {
    exchange.turn(salt: salt, place: tree.map.placeInTree)
  }
}

extension RecordFile {
  fileprivate func append(_ lines: [Line]) throws(RecordFailure) {
    try append(lines.map { $0.text + "\n" }.joined())
  }
}
