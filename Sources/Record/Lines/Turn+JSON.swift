import Triage

extension Turn {
  var members: [JSONValue.Member] {
    [
      .init("asked", asked.map { .text($0) }), .init("typed", typed.json), .init("understood", understood.json),
      .init("note", note?.json), .init("undone", .integer(undone)), .init("events", .list(events.map(\.json))),
      .init("took", .list(took.map(\.json))), .init("open", open.isEmpty ? nil : open.json),
    ]
  }

  init?(_ json: JSONValue) {
    guard let typed = json["typed"].flatMap({ PrivateText($0) }),
      let understood = json["understood"].flatMap({ Understood($0) }), let undone = json["undone"]?.integer,
      let events = json["events"]?.list?.all({ WrittenEvent($0) }),
      let took = json["took"]?.list?.all({ BranchTaken($0) })
    else { return nil }
    self.init(
      asked: json["asked"]?.text, typed: typed, understood: understood, undone: undone, events: events, took: took)
    if let written = json["note"] {
      guard let note = PrivateText(written) else { return nil }
      self.note = note
    }
    if let written = json["open"] {
      guard let open = Open(written) else { return nil }
      self.open = open
    }
  }
}

extension Understood {
  fileprivate var json: JSONValue {
    .object([
      .init("as", .text(kind.rawValue)), .init("values", .texts(values)), .init("rule", rule.map { .text($0) }),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    guard let kind = json["as"]?.text.flatMap(Kind.init), let values = json["values"]?.texts else { return nil }
    self.init(kind, values, rule: json["rule"]?.text)
  }
}

extension BranchTaken {
  var json: JSONValue {
    let place = JSONValue.Member("at", place.map { .text($0) })
    return switch target {
    case .section(let name): .object([.init("go", .text(name)), place])
    case .outcome(let name): .object([.init("end", .text(name)), place])
    }
  }

  init?(_ json: JSONValue) {
    if let name = json["go"]?.text {
      self.init(to: .section(name), at: json["at"]?.text)
    } else if let name = json["end"]?.text {
      self.init(to: .outcome(name), at: json["at"]?.text)
    } else {
      return nil
    }
  }
}

// MARK: - Events

extension WrittenEvent {
  fileprivate var json: JSONValue {
    switch self {
    case .answer(let answer): .object(answer.members("answer"))
    case .revise(let answer): .object(answer.members("revise"))
    case .stuck: .object([.init("stuck", .bool(true))])
    case .alarm(let name, let given):
      .object([.init("alarm", .text(name)), .init("given", .list(given.map(\.json)))])
    }
  }

  fileprivate init?(_ json: JSONValue) {
    if let answer = WrittenAnswer(json, key: "answer") {
      self = .answer(answer)
    } else if let answer = WrittenAnswer(json, key: "revise") {
      self = .revise(answer)
    } else if let name = json["alarm"]?.text, let given = json["given"]?.list?.all({ WrittenAnswer($0) }) {
      self = .alarm(name, given)
    } else if json["stuck"] != nil {
      self = .stuck
    } else {
      return nil
    }
  }
}

extension WrittenAnswer {
  fileprivate var json: JSONValue { .object(members("answer")) }

  fileprivate func members(_ key: String) -> [JSONValue.Member] {
    [.init(key, .text(question)), .init("is", value.json)]
  }

  fileprivate init?(_ json: JSONValue, key: String = "answer") {
    guard let question = json[key]?.text, let value = json["is"].flatMap({ WrittenValue($0) }) else { return nil }
    self.init(question, value)
  }
}

extension WrittenValue {
  fileprivate var json: JSONValue {
    switch self {
    case .unsure: .null
    case .yesNo(let isYes): .bool(isYes)
    case .choice(let name): .text(name)
    case .choices(let names): .texts(names)
    case .number(let number): .object([.init("millionths", .integer(number.millionths))])
    case .duration(let minutes): .object([.init("minutes", .integer(minutes.count))])
    }
  }

  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .null: self = .unsure
    case .bool(let isYes): self = .yesNo(isYes)
    case .text(let name): self = .choice(name)
    case .list(let names):
      guard let names = names.all(\.text) else { return nil }
      self = .choices(names)
    case .object:
      if case .integer(let count) = json["millionths"] {
        self = .number(Number(millionths: count))
      } else if case .integer(let count) = json["minutes"] {
        self = .duration(Minutes(count))
      } else {
        return nil
      }
    case .integer: return nil
    }
  }
}

extension Open {
  fileprivate var json: JSONValue {
    .object([
      .init("changing", changing.map { .text($0) }),
      .init(
        "alarms",
        .list(alarms.map { .object([.init("alarm", .text($0.name)), .init("given", .list($0.given.map(\.json)))]) })),
      .init("held", .list(held.map(\.json))), .init("start", .integer(start)),
      .init("waiting", waiting.isEmpty ? nil : .list(waiting.map(\.json))),
      .init("notes", notes == 0 ? nil : .integer(notes)),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    let alarms = json["alarms"]?.list?.all { alarm in
      if let name = alarm["alarm"]?.text, let given = alarm["given"]?.list?.all({ WrittenAnswer($0) }) {
        Alarm(name, given: given)
      } else {
        nil as Alarm?
      }
    }
    guard let alarms, let held = json["held"]?.list?.all({ WrittenEvent($0) }), let start = json["start"]?.integer
    else {
      return nil
    }
    self.init(changing: json["changing"]?.text, alarms: alarms, held: held, start: start)
    if let written = json["waiting"] {
      guard let waiting = written.list?.all({ WrittenAnswer($0) }) else { return nil }
      self.waiting = waiting
    }
    if let written = json["notes"] {
      guard let notes = written.integer else { return nil }
      self.notes = notes
    }
  }
}
