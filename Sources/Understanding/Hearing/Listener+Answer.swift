import Triage

extension Listener {
  /// What the line says to the question that was asked: by the readers of its type, and where they find nothing, by what
  /// the tree says that its answers are called.
  func answer(
    _ text: String, _ line: Line, _ asked: QuestionID, _ found: [Found], excepting exceptions: [Hit], now: Moment,
    _ heard: inout Heard
  ) {
    let question = tree.grammar.questions[asked]
    let all = found.filter { $0.mention.entry.question == asked }
    let own = all.filter { $0.hit.reach != .lastResort }
    let reader = readers[asked.position]
    let typed = understand(text, as: question, by: reader, now: now, in: language)
    let read = isExcepted(typed, by: exceptions.filter { $0.entry.question == asked }) ? .unrecognised(.noSense) : typed
    if case .answer(let reading) = read, reading.rule == .nothingPicked, let told = told(all, question) {
      // "None of these, I stagger about": what is told in the same line is asked about.
      heard.answer = told.inDoubt
      heard.evidence = all.map(\.mention.evidence)
      return
    } else if read.isNoTime, let length = length(own, question) {
      heard.answer = length
      heard.evidence = own.map(\.mention.evidence)
      return
    } else if case .answer(let reading) = read, reading.rule.isSure {
      heard.answer = read
    } else if let told = told(own, question), !read.isSize || !own.allSatisfy(\.hit.isMereAmount) {
      heard.answer = told
      heard.evidence = own.map(\.mention.evidence)
      return
    } else if question.picksSeveral, !own.isEmpty, own.allSatisfy({ $0.mention.stance != .affirmed }) {
      // That one sign is not there leaves the others open.
      heard.answer = .ambiguous([.choices(0)])
      heard.evidence = own.map(\.mention.evidence)
      return
    } else if case .unrecognised(.noSense) = read, line.words != Line.words(of: text, in: language) {
      heard.answer = understand(line.words.joined(separator: " "), as: question, by: reader, now: now, in: language)
    } else {
      heard.answer = read
    }
    let lastResort = all.filter { $0.hit.reach == .lastResort }
    if heard.answer.leavesOpen, let told = told(lastResort, question) {
      heard.answer = isPlain(lastResort, line) ? told : told.inDoubt
      heard.evidence = lastResort.map(\.mention.evidence)
      return
    }
    if case .unrecognised(.noSense) = heard.answer, line.opensWithDoubt {
      heard.answer = .answer(Reading(.unsure, by: .notSure))
    }
    heard.evidence = evidence(for: heard.answer, line, by: reader)
    if case .unrecognised(.noSense) = heard.answer { heard.nearest = nearest(to: line, asked, own) }
  }

  /// Whether what was read is what the tree says is not meant: a number of something else, or a choice among other words.
  private func isExcepted(_ read: Understood, by exceptions: [Hit]) -> Bool {
    if read.isSize { return exceptions.contains { $0.amount.map(read.mayBe) ?? false } }
    guard case .answer(let reading) = read, !reading.rule.isSure, case .value(let value) = reading.answer else {
      return false
    }
    let taken = exceptions.compactMap { hit -> Int? in
      if case .choice(_, let choice, _) = hit.entry { choice } else { nil }
    }
    return value.picked.contains(where: taken.contains)
  }

  /// Whether a last resort is what the line begins with, and little else stands before the first pause.
  private func isPlain(_ found: [Found], _ line: Line) -> Bool {
    let first = line.words(before: .pause)
    return language.withoutHarmless(first).count <= Self.fewWords
      && found.allSatisfy { $0.hit.range.lowerBound < first.count }
  }

  private static let fewWords = 8

  /// What mentions say to a question.
  func told(_ found: [Found], _ question: Question) -> Understood? {
    guard !found.isEmpty else { return nil }
    switch question.kind {
    case .choice:
      let picked = choices(found, .affirmed)
      if picked.count == 1 { return .answer(Reading(.value(.choice(picked[0])), by: .words)) }
      return picked.isEmpty ? nil : .ambiguous(picked.map(Value.choice))
    case .choices:
      let picked = choices(found, .affirmed)
      guard !picked.isEmpty else { return nil }
      return .answer(Reading(.value(.choices(picked.reduce(0) { $0 | 1 << UInt32($1) })), by: .words))
    case .yesNo:
      let stances = Set(found.map(\.mention.stance))
      if stances == [.affirmed] { return .answer(Reading(.value(.yes), by: .words)) }
      if stances == [.denied] { return .answer(Reading(.value(.no), by: .words)) }
      return nil
    case .number(let range): return amount(found).map { understoodNumber($0, in: range) }
    case .duration(let range): return amount(found).map { understoodDuration($0, in: range) }
    }
  }

  /// How long, where any length of time that is told answers a question, and a line only seems to say that it was none:
  /// "never stopped for three weeks".
  private func length(_ found: [Found], _ question: Question) -> Understood? {
    guard case .duration(let range) = question.kind, question.hears.contains(Self.anyLength) else { return nil }
    let lengths = found.filter { one in one.hit.amount.map { $0.high > Number(0) } ?? false }
    guard let first = lengths.first?.hit.amount else { return nil }
    return told(lengths, question) ?? understoodDuration(first, in: range).inDoubt
  }

  /// The pattern of a question to which any length of time is an answer.
  private static let anyLength = "#"

  /// The one size that is spoken of as it is; nil where there are several.
  private func amount(_ found: [Found]) -> Amount? {
    var amounts = found.filter { $0.mention.stance == .affirmed }.compactMap(\.hit.amount)
    // "Four months, and worse today": today is no length of time beside another.
    if amounts.contains(where: { !$0.isToday }) { amounts.removeAll(where: \.isToday) }
    guard let first = amounts.first, amounts.allSatisfy({ $0.low == first.low && $0.high == first.high }) else {
      return nil
    }
    return amounts.max { !$0.isApproximate && $1.isApproximate }
  }

  /// The choices that are spoken of in one way, each once, in the tree's order.
  private func choices(_ found: [Found], _ stance: Stance) -> [Int] {
    let all = found.compactMap { one -> Int? in
      guard case .choice(_, let choice, _) = one.mention.entry, one.mention.stance == stance else { return nil }
      return choice
    }
    return Set(all).sorted()
  }

  /// Whether what is volunteered to a question cannot count: a red flag is asked in its own words whatever was said, and
  /// of a list one thing that is so does not tell what else is. How much and how long are told all the same.
  private func isAskedAnyway(_ question: Question) -> Bool {
    switch question.kind {
    case .choices: true
    case .yesNo, .choice: question.redFlag != nil
    case .number, .duration: false
    }
  }

  /// What the line says to other questions.
  func volunteered(_ found: [Found], _ line: Line, asked: QuestionID?, besides heard: Heard) -> [Volunteered] {
    var questions: [QuestionID] = []
    for one in found {
      guard let question = one.mention.entry.question, question != asked, !questions.contains(question),
        !isAskedAnyway(tree.grammar.questions[question]), !isAgeOfBeginning(one, line)
      else { continue }
      questions.append(question)
    }
    return questions.compactMap { question in
      let telling = found.filter {
        $0.mention.entry.question == question && tells($0, line, asked: asked, isAnswered: heard.answer.isAnswer)
          && !isPart($0, of: found)
      }
      let named = telling.filter { !$0.hit.isMereAmount }
      let own = named.isEmpty ? telling : named
      guard let answer = told(own, tree.grammar.questions[question]), answer.says,
        !answer.isSize || answer != heard.answer
      else { return nil }
      return Volunteered(question: question, answer: answer, evidence: own.map(\.mention.evidence))
    }
  }

  /// Whether all of it is part of a longer phrase that says something to another question: the roof in "a crack along
  /// the roof".
  private func isPart(_ one: Found, of found: [Found]) -> Bool {
    found.contains { other in
      other.mention.entry.question != one.mention.entry.question && other.hit.reach == .anywhere
        && other.mention.stance == .affirmed && other.hit.covers(one.hit)
    }
  }

  /// Whether a number is only how old they were when it began: "since I turned fifty".
  private func isAgeOfBeginning(_ found: Found, _ line: Line) -> Bool {
    guard found.hit.amount != nil, let question = found.mention.entry.question,
      case .number = tree.grammar.questions[question].kind
    else { return false }
    return line.sinceAge != nil
  }

  /// Whether a phrase says something to a question that was not asked: a plain word does not; a mere number or length of
  /// time only beside an answer, such as a place; and in a list of things somebody has, it may be the time of any of them.
  private func tells(_ found: Found, _ line: Line, asked: QuestionID?, isAnswered: Bool) -> Bool {
    guard found.hit.reach == .anywhere && !found.hit.isMereWord || isTitle(found, line) else { return false }
    guard let amount = found.hit.amount, let asked else { return true }
    // "It's fine today" tells no length of time.
    if found.hit.isMereAmount, amount.isToday { return false }
    return switch tree.grammar.questions[asked].kind {
    case .choice: !found.hit.isMereAmount || isAnswered
    case .number, .duration: !found.hit.isMereAmount
    case .yesNo, .choices: false
    }
  }
}

extension Listener {
  /// Whether a line is nothing but the title of a choice: "left".
  private func isTitle(_ found: Found, _ line: Line) -> Bool {
    guard case .choice(let question, let choice, _) = found.mention.entry, found.hit.reach == .whole else {
      return false
    }
    return readers[question.position].titles[choice].contains(line.words)
  }
}

extension Understood {
  /// Whether it tells one number or length of time, or several.
  fileprivate var isSize: Bool {
    switch self {
    case .answer(let reading): if case .value(let value) = reading.answer { value.isSize } else { false }
    case .interval: true
    case .ambiguous(let values): values.contains(where: \.isSize)
    case .unrecognised: false
    }
  }

  /// Whether it is a size, or in doubt, and so may be an amount; another plain size is not.
  fileprivate func mayBe(_ amount: Amount) -> Bool {
    guard case .answer(let reading) = self, case .value(let value) = reading.answer else { return true }
    return switch value {
    case .number(let number): (amount.low...amount.high).contains(number)
    case .duration(let minutes): (amount.low...amount.high).contains(Number(Int(minutes.count)))
    case .yesNo, .choice, .choices: false
    }
  }

  /// Whether it is no time at all.
  fileprivate var isNoTime: Bool {
    if case .answer(let reading) = self {
      reading.rule == .duration && reading.answer == .value(.duration(Minutes(0)))
    } else {
      false
    }
  }

  /// The same as what has to be asked about.
  fileprivate var inDoubt: Understood {
    if case .answer(let reading) = self, case .value(let value) = reading.answer { .ambiguous([value]) } else { self }
  }

  /// Whether it says nothing, or only leaves in doubt whether one choice is meant.
  fileprivate var leavesOpen: Bool {
    switch self {
    case .unrecognised(let difficulty): difficulty == .noSense
    case .ambiguous(let values): values.count == 1 && values.allSatisfy { if case .choice = $0 { true } else { false } }
    case .answer, .interval: false
    }
  }

  fileprivate var isAnswer: Bool { if case .answer = self { true } else { false } }

  /// Whether it says anything at all.
  fileprivate var says: Bool { if case .unrecognised = self { false } else { true } }
}

extension Value {
  fileprivate var isSize: Bool {
    switch self {
    case .number, .duration: true
    case .yesNo, .choice, .choices: false
    }
  }
}

extension Rule {
  /// Whether the line as a whole is the answer, so that nothing else in it can be meant.
  fileprivate var isSure: Bool {
    switch self {
    case .yesNo, .notSure, .listNumber, .label, .nothingPicked, .everythingPicked, .number, .duration, .since: true
    case .prefix, .words, .typo: false
    }
  }
}
