import Assurance
import TreeFile
import Triage

extension Explanation {
  /// The conversation with the reasons for each branch, how it ended, and what would have led elsewhere, for people.
  public var text: String {
    var lines = ReportLines()
    lines.add("\(grammar.title), \(grammar.id) \(grammar.version)", at: path)
    lines.skip()
    var count = 0
    for step in steps { add(step, &count, to: &lines) }
    lines.skip()
    addEnd(to: &lines)
    for question in inVain { lines.add("\(grammar.questions[question].name) is answered, and was not asked") }
    if whyNot != nil {
      lines.skip()
      addWhyNot(to: &lines)
    }
    return lines.text
  }

  func place(_ part: PartID) -> String? { map.place(of: part) }

  // MARK: What happened

  private func add(_ step: Step, _ count: inout Int, to lines: inout ReportLines) {
    switch step {
    case .heard(let alarm, let answers):
      lines.add("the alarm \(grammar.alarms[alarm].name) is heard", at: place(grammar.alarms[alarm].part))
      for given in answers { lines.add(grammar.text(given), indent: 3) }
    case .said(let text, let part):
      lines.add("says: \(text)", at: place(part))
    case .asked(let wording, let given, let part):
      count += 1
      lines.add("\(count). \(wording)", indent: 0, hanging: "\(count). ".count)
      lines.add(grammar.text(given), indent: 3, at: place(part))
    case .took(let branch, let reasons, let passedOver):
      lines.add(grammar.text(branch.target), indent: 5, at: place(branch.part))
      for reason in reasons {
        lines.add(words(for: reason.test), indent: 7, at: place(reason.test.part))
        for test in reason.inside { lines.add(wordsWithAnswer(for: test), indent: 9, at: place(test.part)) }
      }
      if let passedOver { lines.add(words(forPassing: passedOver), indent: 7) }
      if let because = branch.because { lines.add("because: \(because)", indent: 7) }
    }
  }

  private func words(for reason: TraceEntry.Reason) -> String {
    let outcome = reason.held ? "holds" : "does not hold"
    switch reason.subject {
    case .fact(let id):
      let fact = grammar.facts[id]
      return "\(fact.name) \(outcome)" + (fact.means.map { reason.held ? ": \($0)" : "" } ?? "")
    case .question(let id): return "\(map.words(of: reason.part) ?? grammar.questions[id].name) \(outcome)"
    case .score(let id): return "\(map.words(of: reason.part) ?? grammar.scores[id].name) \(outcome)"
    case .count: return "\"\(countWords[reason.part.mark] ?? "a count")\" \(outcome)"
    }
  }

  /// A test within a fact, with the answer that it is about.
  private func wordsWithAnswer(for reason: TraceEntry.Reason) -> String {
    guard case .question(let question) = reason.subject else { return words(for: reason) }
    let answer =
      session.answer(to: question).map { ": " + grammar.text($0, to: question) } ?? " was not asked"
    return "\(words(for: reason)), as \(grammar.questions[question].name)\(answer)"
  }

  /// Why a branch without a condition was taken: that none before it was.
  private func words(forPassing branches: [Branch]) -> String {
    switch branches.count {
    case 0: "there is no other way from here"
    case 1: "since the branch before it does not hold" + (place(branches[0].part).map { "  (\($0))" } ?? "")
    default:
      "since none of the \(branches.count) branches before it holds"
        + (place(branches[0].part).map { "; the first is at \($0)" } ?? "")
    }
  }

  // MARK: The end

  private func addEnd(to lines: inout ReportLines) {
    guard case .ended(let ending) = session.position else {
      return lines.add("It stands still: \(halt ?? "a question is not answered")")
    }
    switch ending.cause {
    case .decision: break
    case .stuck:
      let question = stuckAt.map { grammar.questions[$0] }
      lines.add(
        question.map { "The question \($0.name) could not be answered: \($0.wording.ask)" }
          ?? "A question could not be answered.", at: question.flatMap { place($0.part) })
    case .alarm(let alarm):
      let name = grammar.alarms[alarm].name
      lines.add("The alarm \(name) ends it, so what else would have led elsewhere is not looked for.")
    }
    let outcome = grammar.outcomes[ending.outcome]
    lines.add("It ends in \(end(ending.outcome)): \(outcome.title)", at: place(outcome.part))
    for stretch in session.offer.stretches {
      lines.add("offers \(grammar.stretches[stretch].name)", indent: 2, at: place(grammar.stretches[stretch].part))
    }
    for left in session.offer.leftOut {
      lines.add(
        "leaves out \(grammar.stretches[left.stretch].name), \(reason(for: left))", indent: 2,
        at: place(left.avoid.part))
    }
  }

  func end(_ outcome: OutcomeID) -> String {
    "\(grammar.outcomes[outcome].name), level \(grammar.levelName(of: outcome))"
  }

  private func reason(for left: Offer.LeftOut) -> String {
    let means = grammar.means(of: left.avoid).map { ": \($0)" } ?? ""
    return (left.isKnown ? "since " : "since it is not known whether ") + grammar.name(of: left.avoid) + " holds"
      + means
  }
}

extension SourceMap {
  /// What was written, on one line.
  func words(of part: PartID) -> String? {
    text(of: part).map { $0.split { $0 == " " || $0.isNewline }.joined(separator: " ") }
  }
}

extension Grammar {
  func name(of avoid: Stretch.Avoid) -> String {
    switch avoid {
    case .fact(let fact, _): facts[fact].name
    case .question(let question, _): questions[question].name
    }
  }

  func means(of avoid: Stretch.Avoid) -> String? {
    if case .fact(let fact, _) = avoid { facts[fact].means } else { nil }
  }
}

extension Stretch.Avoid {
  var part: PartID {
    switch self {
    case .fact(_, let part), .question(_, let part): part
    }
  }
}
