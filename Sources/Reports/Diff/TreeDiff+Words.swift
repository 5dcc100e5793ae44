/// Sentences about what differs.
extension PatientChange {
  /// Who, what it was and what it is, as one sentence without a full stop.
  var sentence: String { "\(who.words): \(moved)\(doubt)" }

  var doubt: String {
    restsOn.isEmpty
      ? "" : ", if there is any such patient: the answers to \(restsOn.joined(separator: ", ")) cannot be compared"
  }

  var moved: String {
    if !noLonger.isEmpty || !newly.isEmpty
      || (outcomes.count == 1 && outcomes[0].old == outcomes[0].new && move.direction == .same)
    {
      return offerWords
    }
    if move.old != move.new { return "was \(move.old), now \(move.new)" }
    return outcomeWords
      + ", \(move.direction == .same ? "\(move.new) as before" : "the order of the levels has changed")"
  }

  /// Changes that are told as one have one outcome in common, before or now.
  private var outcomeWords: String {
    let (before, after) = (Set(outcomes.map(\.old)), Set(outcomes.map(\.new)))
    let from = before.count == 1 ? "was \"\(outcomes[0].old)\"" : "was another outcome"
    return from + (after.count == 1 ? ", now \"\(outcomes[0].new)\"" : ", now another outcome")
  }

  private var offerWords: String {
    let parts = [
      noLonger.isEmpty ? nil : "offered no longer: \(noLonger.joined(separator: ", "))",
      newly.isEmpty ? nil : "offered newly: \(newly.joined(separator: ", "))",
    ].compactMap(\.self)
    if parts.isEmpty { return "the same stretches in another order" }
    let instead =
      exchanged.isEmpty
      ? "" : ", for some \(newly.isEmpty ? "replaced by" : "in place of") \(exchanged.joined(separator: " or "))"
    return parts.joined(separator: "; ") + instead
  }

  /// From which outcomes to which, a line each; nothing where the sentence has said it.
  var outcomeLines: [String] {
    outcomes.map { $0.old == $0.new ? "in \($0.old)" : "\($0.old) -> \($0.new)" }
  }
}

extension PatientChange.Who {
  var words: String {
    let texts = groups.map(\.words)
    if isExact {
      return texts.count == 1 ? texts[0].capitalisedFirst : "Any of these (\(texts.joined(separator: ") or ("))" + ")"
    }
    return texts[0] == PatientChange.Group.everybody ? "Some patients" : "Among those with \(texts[0])"
  }
}

extension PatientChange.Group {
  static let everybody = "everybody"

  var words: String {
    let signs = ordinary.count
    guard signs > 0 else { return conditions.isEmpty ? Self.everybody : conditions.joined(separator: "; ") }
    if conditions.isEmpty { return "none of \(signs) warning signs" }
    return conditions.joined(separator: "; ") + "; and none of \(signs) other warning signs"
  }
}

extension String {
  /// Only the words of this program are changed, never the name of a question.
  fileprivate var capitalisedFirst: String {
    self == PatientChange.Group.everybody || hasPrefix("none of ") ? prefix(1).uppercased() + dropFirst() : self
  }
}

extension QuestionChange {
  var words: String {
    switch kind {
    case .added: return "added"
    case .removed: return "removed"
    case .changed(let aspects):
      let renamed = aspects.first { $0.aspect == .name }.map { "renamed from \($0.old ?? "?")" }
      let isReworded = aspects.contains { $0.aspect.isWording }
      let others = aspects.filter { !$0.aspect.isWording && $0.aspect != .name }.map(\.aspect.rawValue)
      let changed = others.isEmpty ? nil : "changed: " + Set(others).sorted().joined(separator: ", ")
      return ([renamed, isReworded ? "reworded" : nil, changed].compactMap(\.self) + answerWords).joined(
        separator: "; ")
    }
  }

  private var answerWords: [String] {
    if isIncomparable { return ["what was answered before and what is answered now cannot be compared"] }
    return [
      noLongerTaken.map { "can no longer be answered: \($0)" }, newlyTaken.map { "can now also be answered: \($0)" },
    ].compactMap(\.self)
  }

  /// What differs, but for a name.
  var aspects: [Aspect] {
    if case .changed(let aspects) = kind { aspects.filter { $0.aspect != .name } } else { [] }
  }
}

extension AlarmChange {
  var words: String {
    switch kind {
    case .added: return "added"
    case .removed: return "removed: what raised it is not noticed any more"
    case .changed(let noLonger, let newly, let end, let isAskedOtherwise):
      return [
        noLonger.isEmpty ? nil : "no longer heard: \(noLonger.joined(separator: ", "))",
        newly.isEmpty ? nil : "newly heard: \(newly.joined(separator: ", "))",
        end.map { "ended in \($0.old), ends in \($0.new)" },
        isAskedOtherwise ? "asks or decides otherwise; this is not compared patient by patient" : nil,
      ].compactMap(\.self).joined(separator: "; ")
    }
  }
}

extension TreeDiff {
  /// The result in one line.
  var headline: String {
    switch verdict {
    case .unknown where difference == nil:
      return strangers?.words ?? "a version cannot be used, so nothing was compared"
    case .unknown where difference?.isComplete == true:
      let names = Set(told.filter(\.isDoubtful).flatMap(\.restsOn)).sorted().joined(separator: ", ")
      return "whether anybody comes lower is unknown: the answers to \(names), before and now, cannot be compared"
    case .unknown:
      return
        "not every patient was compared: whether anybody comes lower is unknown. Let it look at more, with --budget, or compare the change in smaller steps"
    case .same: return "every patient \(compared)comes to the same level, outcome and stretches\(otherWords)"
    case .changed: return "nobody \(compared)comes lower than before"
    case .lowered: return "somebody comes lower than before"
    }
  }

  /// Who is meant, where not everybody is.
  private var compared: String {
    let isNarrowed = questions.contains { $0.noLongerTaken != nil || $0.newlyTaken != nil }
    return isNarrowed ? "whose answers both versions take " : ""
  }

  private var otherWords: String { reworded.isEmpty ? "" : "; words that differ were not compared" }
}

extension TreeDiff.Strangers {
  var words: String {
    "these are two different trees, \"\(old)\" and \"\(new)\", with \(shared) of \(questions) questions in common: nothing was compared"
  }
}

extension Rewording {
  var words: String { "\(kind.rawValue) \(name): reworded (\(keys.joined(separator: ", ")))" }
}
