extension Line {
  /// The line as it is written, without its line feed.
  public var text: String { JSONValue.object(members + [.init("hash", .text(hash.text))]).written }

  /// The bytes of which its hash is taken: without the hash itself, and private texts by their hashes alone, so that a
  /// line from which they were taken out has the same.
  static func hash(of line: Line) -> Hash {
    var line = line
    line.entry = line.entry.redacted
    return Hash(of: Array(JSONValue.object(line.members).written.utf8))
  }

  private var members: [JSONValue.Member] {
    [.init("line", .integer(number)), .init("time", .text(time)), .init("kind", .text(entry.kind.rawValue))]
      + entry.members + [.init("previous", .text(previous.text))]
  }

  /// Reads a line exactly as ``text`` writes it; nil of all else.
  init?(_ bytes: some Collection<UInt8>) {
    guard let json = JSONValue(bytes), let number = json["line"]?.integer, let time = json["time"]?.text,
      let entry = Entry(json), let previous = json["previous"]?.text.flatMap({ Hash($0) }),
      let hash = json["hash"]?.text.flatMap({ Hash($0) })
    else { return nil }
    self.init(number: number, time: time, entry: entry, previous: previous, hash: hash)
    guard text.utf8.elementsEqual(bytes) else { return nil }
  }
}

extension Entry {
  enum Kind: String {
    case start, turn, resumed, end
  }

  var kind: Kind {
    switch self {
    case .start: .start
    case .turn: .turn
    case .resumed: .resumed
    case .end: .end
    }
  }

  /// Without what may be taken out of it.
  public var redacted: Entry {
    switch self {
    case .start(var start):
      start.tree.path = start.tree.path.redacted
      return .start(start)
    case .turn(var turn):
      turn.typed = turn.typed.redacted
      turn.note = turn.note?.redacted
      return .turn(turn)
    case .resumed, .end: return self
    }
  }

  /// What may be taken out of it, with the hash that stays.
  var privateTexts: [PrivateText] {
    switch self {
    case .start(let start): [start.tree.path]
    case .turn(let turn): [turn.typed, turn.note].compactMap(\.self)
    case .resumed, .end: []
    }
  }

  var members: [JSONValue.Member] {
    switch self {
    case .start(let start): start.members
    case .turn(let turn): turn.members
    case .resumed(let resumed):
      [.init("engine", .text(resumed.engine)), .init("dropped", .integer(resumed.dropped))]
    case .end(let end): end.members
    }
  }

  init?(_ json: JSONValue) {
    guard let kind = json["kind"]?.text.flatMap(Kind.init) else { return nil }
    switch kind {
    case .start:
      guard let start = Start(json) else { return nil }
      self = .start(start)
    case .turn:
      guard let turn = Turn(json) else { return nil }
      self = .turn(turn)
    case .resumed:
      guard let engine = json["engine"]?.text, let dropped = json["dropped"]?.integer else { return nil }
      self = .resumed(Resumed(engine: engine, dropped: dropped))
    case .end:
      guard let end = End(json) else { return nil }
      self = .end(end)
    }
  }
}

// MARK: - The first line and the last

extension Start {
  /// Of the lines that this program writes.
  public static let recordVersion = 1

  fileprivate var members: [JSONValue.Member] {
    [
      .init("record", .integer(Self.recordVersion)), .init("engine", .text(engine)),
      .init(
        "tree",
        .object([
          .init("id", .text(tree.id)), .init("version", .text(tree.version)), .init("sha256", .text(tree.digest)),
          .init("path", tree.path.json),
        ])),
      .init("took", .list(took.map(\.json))),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let engine = json["engine"]?.text, let tree = json["tree"], let id = tree["id"]?.text,
      let version = tree["version"]?.text, let digest = tree["sha256"]?.text,
      let path = tree["path"].flatMap({ PrivateText($0) }), let took = json["took"]?.list?.all({ BranchTaken($0) })
    else { return nil }
    self.init(engine: engine, tree: TreeMark(id: id, version: version, digest: digest, path: path), took: took)
  }
}

extension End {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("outcome", .text(outcome)), .init("level", level.map { .text($0) }),
      .init("cause", .text(cause.rawValue)), .init("alarm", alarm.map { .text($0) }),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let outcome = json["outcome"]?.text, let cause = json["cause"]?.text.flatMap(Cause.init) else { return nil }
    self.init(outcome: outcome, level: json["level"]?.text, cause: cause, alarm: json["alarm"]?.text)
  }
}
