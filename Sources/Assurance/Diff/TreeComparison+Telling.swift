import Triage

/// What was found, in the answers of the two versions.
extension TreeComparison {
  func change(_ number: Int, _ graph: PatientGraph, _ found: Found) -> Difference.Change {
    let ending = graph.endings[number]
    let patients = graph.patients(comingTo: number, atMost: Self.mostTold + 1)
    let common = graph.common(comingTo: number)
    let read = patients.reduce(into: Set(common.keys)) { $0.formUnion($1.keys) }
    let example = found.conversation.filter { $0.question != both.version }
    return Difference.Change(
      old: ending.old, new: OutcomeID(ending.new.position - both.oldOutcomes), noLonger: ending.noLonger,
      newly: ending.newly.map { StretchID($0.position - both.oldStretches) },
      patients: patients.prefix(Self.mostTold).map { told($0) }, common: told(common),
      oldConversation: conversation(of: old, example.compactMap { oldAnswer($0) }),
      newConversation: conversation(of: new, example.compactMap { newAnswer($0) }),
      restsOn: new.questions.ids.filter { restsOnIncomparable($0, read) }, isCut: patients.count > Self.mostTold)
  }

  /// Whether one of two questions whose answers cannot be compared decides who is meant.
  private func restsOnIncomparable(_ question: QuestionID, _ read: Set<Int>) -> Bool {
    guard let before = both.relations[question.position].incomparable else { return false }
    return read.contains(before.position) || read.contains(both.renumbering.moved(question).position)
  }

  // MARK: One patient

  private func conversation(of grammar: Grammar, _ given: [(QuestionID, Answer)]) -> [Event.Given] {
    let answers = Dictionary(given) { first, _ in first }
    var session = Session(Tree(lowering: grammar))
    while case .asking(let question) = session.position, let answer = answers[question] {
      guard (try? session.submit(.answer(question, answer))) != nil else { break }
    }
    return session.answers
  }

  private func oldAnswer(_ given: Found.Given) -> (QuestionID, Answer)? {
    guard given.question.position < old.questions.count else { return nil }
    return (given.question, given.answer.isUnsure ? .unsure : .value(value(given)))
  }

  private func newAnswer(_ given: Found.Given) -> (QuestionID, Answer)? {
    guard let question = newQuestion(given.question) else { return nil }
    if given.answer.isUnsure { return (question, .unsure) }
    let places = both.relations[question.position].common?.places ?? []
    switch value(given) {
    case .choice(let place) where !places.isEmpty:
      return places.firstIndex(of: place).map { (question, .value(.choice($0))) }
    case .choices(let picked) where !places.isEmpty:
      let own = places.indices.reduce(UInt32(0)) { picked >> UInt32(places[$1]) & 1 == 1 ? $0 | 1 << UInt32($1) : $0 }
      return (question, .value(.choices(own)))
    case let other: return (question, .value(other))
    }
  }

  /// A definite answer. The choices of the old version come first among all, so that it is hers as it stands.
  private func value(_ given: Found.Given) -> Value {
    model.grammar.questions[given.question].kind.value(of: given.answer.value)
  }

  /// The question of the new version that a patient's answer goes to.
  func newQuestion(_ question: QuestionID) -> QuestionID? {
    let twin = QuestionID(Twins(both.twins).second(of: question.position))
    return both.renumbering.questions.firstIndex(of: twin).map { QuestionID($0) }
  }

  // MARK: Sets of patients

  private func told(_ patients: PatientGraph.Cube) -> Difference.Patients {
    Difference.Patients(
      answers: patients.filter { $0.key != both.version.position }.sorted { $0.key < $1.key }.map { question, answers in
        Difference.Answers(question: told(QuestionID(question)), accepted: told(answers, to: question))
      })
  }

  /// A question of either version as its own has it. Those of the old version come first among all.
  private func told(_ question: QuestionID) -> Difference.Answers.Question {
    question.position < old.questions.count ? .old(question) : .new(newQuestion(question)!)
  }

  /// Answers by the codes of the old version. All that count are all.
  private func told(_ answers: Difference.Answers.Accepted, to question: Int) -> Difference.Answers.Accepted {
    guard let accepted = both.accepted[question], case .values(let ranges, let isUnsure) = answers else {
      return answers
    }
    let own = old.questions[question].kind
    let all = [0...(own.lastCode ?? 0)]
    switch accepted {
    case .choices(let choices):
      let isAll = choices.allSatisfy { choice in ranges.contains { $0.contains(choice) } }
      return .values(isAll ? all : ranges, isUnsure: isUnsure)
    case .codes(let first, let last, let apart):
      // Of those that count, the numbers one after another.
      let counted = ranges.compactMap { accepted.within($0) }
        .map { ($0.lowerBound - first) / apart...($0.upperBound - first) / apart }
      let joined = PatientGraph.joined(counted)
      if joined == [0...(last - first) / apart] { return .values(all, isUnsure: isUnsure) }
      let shared = model.grammar.questions[question].kind
      func code(_ number: Int32) -> Int32 { (try? own.code(of: shared.value(of: first + number * apart))) ?? 0 }
      return .values(joined.map { code($0.lowerBound)...code($0.upperBound) }, isUnsure: isUnsure)
    }
  }

  /// Lowered levels first, then raised ones, then the rest.
  func rank(_ change: Difference.Change) -> Int {
    let (before, after) = (old.outcomes[change.old].level, new.outcomes[change.new].level)
    let (one, other) = (before?.position ?? -1, after?.position ?? -1)
    return other < one ? other - one - 1_000 : other > one ? 0 : 1
  }
}
