import Triage

/// Hears what patients type: everything that a tree and a language know, made ready once for many lines.
public final class Listener: Sendable {
  let tree: Tree
  public let language: Language
  let patterns: Patterns
  /// The choices of every question, made ready.
  let readers: [ChoiceReader]

  public init(_ tree: Tree, in language: Language = .english) {
    self.tree = tree
    self.language = language
    patterns = Patterns(tree.grammar, in: language)
    readers = tree.grammar.questions.map { ChoiceReader($0.choices, in: language) }
  }

  /// What a line says, to the question that was asked and beside it. Deterministic and total: every line has a result,
  /// however long and whatever it holds.
  ///
  /// - Parameters:
  ///   - asked: nil where nothing stands to be answered.
  ///   - now: the patient's date and time, for "since Tuesday".
  ///   - isOnBehalf: whether the patient is somebody else, so that "my mother" is no other person.
  public func hear(_ text: String, asked: QuestionID?, now: Moment, isOnBehalf: Bool = false) -> Heard {
    var heard = Heard()
    let typed = Line(text, in: language)
    let line = mended(typed)
    let hits = Finder(patterns, in: line, of: tree.grammar, today: now.date).hits()
    let mentions = mentions(of: hits, in: line, today: now.date, isOnBehalf: isOnBehalf)
    heard.command = Command(text, in: language)
    heard.mentions = mentions.map(\.mention)
    guard text.utf8.count <= 4 * Line.mostCharacters else {
      heard.answer = .unrecognised(.tooLong)
      heard.alarms = alarms(mentions)
      return heard
    }
    let remaining = mentions.filter { $0.mention.entry.question != nil }
    let exceptions = hits.filter { $0.reach == .exception }
    if let asked { answer(text, line, asked, remaining, excepting: exceptions, now: now, &heard) }
    if !heard.isQuestionAboutWords, !heard.isNamedAnswer { heard.alarms = alarms(mentions) }
    // What an answer is called, or a reply of several words, is a command only where it is one word for word.
    if heard.isNamedAnswer || heard.isPick || heard.isReply && typed.words.count > 1, !Command.isMarked(text),
      language.commands.whole(typed.words) == nil
    {
      heard.command = nil
    }
    heard.volunteered = volunteered(remaining, line, asked: asked, besides: heard)
    if heard.saysNothing { heard.command = Command(among: typed) }
    heard.remarks =
      Remarks(
        typed, answer: heard.answer, most: asked.flatMap { tree.grammar.questions[$0].most }, mentions: heard.mentions
      ).all
    heard.unused = unused(in: line, besides: heard)
    return heard
  }

  /// Every alarms' phrase that a line sounds, each once, in the tree's order.
  public func alarmPhrases(in text: String, asked: QuestionID?) -> [AlarmPhrase] {
    let heard = hear(text, asked: asked, now: Moment.noTime)
    guard !heard.alarms.isEmpty else { return [] }
    let phrases = heard.mentions.compactMap { mention -> AlarmPhrase? in
      guard case .alarm(let alarm, let phrase) = mention.entry, mention.stance == .affirmed else { return nil }
      return AlarmPhrase(alarm: alarm, position: phrase)
    }
    return Set(phrases).sorted()
  }

  // MARK: Slips of the keyboard

  /// The line with slips mended that can mean only one of the tree's words. Words of the language are never slips.
  private func mended(_ line: Line) -> Line {
    var tokens: [Line.Token] = []
    tokens.reserveCapacity(line.tokens.count)
    for token in line.tokens {
      guard case .word(let word) = token, patterns.vocabulary[word] == nil, !language.words.contains(word) else {
        tokens.append(token)
        continue
      }
      if let mended = patterns.vocabulary.mend(word) {
        tokens.append(.word(mended))
      } else if let parts = patterns.vocabulary.split(word) {
        tokens += parts.map(Line.Token.word)
      } else {
        tokens.append(token)
      }
    }
    return Line(tokens: tokens, in: language)
  }

  // MARK: What is spoken of

  struct Found {
    var mention: Mention
    var hit: Hit
  }

  private func mentions(of hits: [Hit], in line: Line, today: CivilDate, isOnBehalf: Bool) -> [Found] {
    guard !hits.isEmpty else { return [] }
    let context = Context(line, today: today, isOnBehalf: isOnBehalf)
    let exceptions = Dictionary(grouping: hits.filter { $0.reach == .exception }, by: \.entry.owner)
    let found = hits.compactMap { hit -> Found? in
      guard hit.reach != .exception, exceptions[hit.entry.owner]?.takeAway(hit) != true else { return nil }
      let words = line.aligned[hit.range].filter { !$0.isEmpty }.joined(separator: " ")
      let evidence = Evidence(words: words, entry: hit.entry.text(in: tree.grammar), source: .tree)
      return Found(mention: Mention(entry: hit.entry, stance: context.stance(of: hit), evidence: evidence), hit: hit)
    }
    return found.indices.filter { !found.hides($0) }.map { found[$0] }
  }

  private func alarms(_ found: [Found]) -> [HeardAlarm] {
    var alarms: [AlarmID: HeardAlarm] = [:]
    for one in found {
      guard case .alarm(let alarm, let phrase) = one.mention.entry,
        one.mention.stance == .affirmed || one.mention.stance == .hypothetical
      else { continue }
      let isHypothetical = one.mention.stance == .hypothetical
      if let before = alarms[alarm], !before.isHypothetical || isHypothetical { continue }
      alarms[alarm] = HeardAlarm(
        alarm: alarm, phrase: phrase, isHypothetical: isHypothetical, evidence: one.mention.evidence)
    }
    return alarms.values.sorted { $0.alarm.position < $1.alarm.position }
  }
}

extension [Hit] {
  /// Whether exceptions, in the order of their first words, take away another phrase of the same `hears`: of an alarm,
  /// and of a number or a length of time, one with which they share words; of another answer, anywhere.
  fileprivate func takeAway(_ hit: Hit) -> Bool {
    guard hit.entry.question == nil || hit.amount != nil else { return !isEmpty }
    let first = firstPlace { $0.range.lowerBound >= hit.range.lowerBound - Hit.longest }
    return self[first...].prefix { $0.range.lowerBound < hit.range.upperBound }.contains { $0.sharesWords(with: hit) }
  }
}

extension Listener.Found {
  /// Whether both say something to the same question, or both tell a length of time, or both sound one alarm in one
  /// way: a phrase that says more of another alarm takes nothing from this one.
  private func isHeardFor(_ other: Self) -> Bool {
    if mention.entry.question == nil {
      return mention.entry.owner == other.mention.entry.owner && mention.stance == other.mention.stance
    }
    return mention.entry.question == other.mention.entry.question
      || other.mention.entry.question != nil && hit.amount != nil && other.hit.amount != nil
  }

  /// Whether this phrase says all that another says, and more, to the same kind of listener.
  fileprivate func hides(_ other: Self) -> Bool {
    let (range, inner) = (hit.range, other.hit.range)
    return range != inner && range.lowerBound <= inner.lowerBound && range.upperBound >= inner.upperBound
      && hit.weight > other.hit.weight && isHeardFor(other)
  }
}

extension Hearable {
  /// The `hears` under which the phrase stands.
  fileprivate var owner: Hearable {
    switch self {
    case .alarm(let alarm, _): .alarm(alarm, phrase: 0)
    case .choice(let question, let choice, _): .choice(question, choice, phrase: 0)
    case .question(let question, _): .question(question, phrase: 0)
    }
  }
}

extension [Listener.Found] {
  /// Whether one is hidden by any of the others. They are in the order of their first words, so only those near it can.
  fileprivate func hides(_ place: Int) -> Bool {
    let one = self[place]
    let start = one.hit.range.lowerBound
    return self[..<place].reversed().prefix { start - $0.hit.range.lowerBound <= Hit.longest }
      .contains { $0.hides(one) }
      || self[(place + 1)...].prefix { $0.hit.range.lowerBound == start }.contains { $0.hides(one) }
  }
}

extension Heard {
  /// Whether nothing was understood: no alarm, no command and no answer.
  fileprivate var saysNothing: Bool {
    guard case .unrecognised = answer else { return false }
    return command == nil && alarms.isEmpty && volunteered.isEmpty
  }

  /// What one answer to the question is called, as a whole: it is that answer, and the tree says what comes of it.
  fileprivate var isNamedAnswer: Bool {
    if case .answer(let reading) = answer { reading.rule == .label } else { false }
  }

  /// "The last one", and the like.
  fileprivate var isPick: Bool { if case .answer(let reading) = answer { reading.rule == .listNumber } else { false } }

  /// A yes or no.
  fileprivate var isReply: Bool { if case .answer(let reading) = answer { reading.rule == .yesNo } else { false } }

  /// "What does … mean?" tells nothing of the patient.
  fileprivate var isQuestionAboutWords: Bool { if case .clarify = command { true } else { false } }
}

extension Question {
  /// The largest number that it accepts; nil where it accepts none.
  fileprivate var most: Number? { if case .number(let range) = kind { range.high } else { nil } }
}

extension Moment {
  /// For lines of which the time does not matter.
  static let noTime = Moment(year: 2000, month: 1, day: 1)
}
