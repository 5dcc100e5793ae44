import Triage

/// Which questions a condition reads, its facts and scores expanded.
struct Reading {
  let grammar: Grammar
  /// Facts, scores and questions that need each other in a circle; what they read is then left out.
  private(set) var circles: [[Problem.NameReference]] = []
  /// Facts and scores that stand on more others than ``deepest``.
  private(set) var tooDeep: [Problem.NameReference] = []
  /// Scores that stand in no circle, each after those that it adds.
  private(set) var scoresInOrder: [ScoreID] = []
  private var ofFact: [[Read]]
  private var ofScore: [[Read]]

  /// How many facts, scores and conditions under which questions apply may stand one on top of the other.
  static let deepest = 200

  /// One question that is read.
  struct Read {
    var question: QuestionID
    /// Where the condition reads it, or names the fact or score that does.
    var part: PartID
    var kind: Kind
    /// Where the question itself stands: there, or within that fact or score.
    var origin: PartID

    enum Kind: Int {
      case value
      /// Only whether the patient was unsure.
      case unsure
      /// As an item of a percentage, which may go unanswered.
      case share
    }
  }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    ofFact = Array(repeating: [], count: grammar.facts.count)
    ofScore = Array(repeating: [], count: grammar.scores.count)
    let dependencies = Dependencies(needs)
    circles = dependencies.circles.map { $0.map { name(at: $0) } }
    for thing in dependencies.order {
      if dependencies.depths[thing] > Self.deepest { tooDeep.append(name(at: thing)) }
      switch name(at: thing) {
      case .fact(let fact): ofFact[fact.position] = distinctReads { visit(grammar.facts[fact].condition, $0) }
      case .score(let score):
        ofScore[score.position] = distinctReads { visit(grammar.scores[score], $0) }
        scoresInOrder.append(score)
      case .question: break
      }
    }
  }

  /// Calls `body` for every reading of a question but `was asked`.
  func forEachRead(in condition: Condition, _ body: (Read) -> Void) { visit(condition, body) }

  func forEachRead(in item: Score.Item, of form: Score.Form, _ body: (Read) -> Void) { visit(item, of: form, body) }

  /// Calls `body` for every read of a fact.
  func forEachRead(of fact: FactID, _ body: (Read) -> Void) { ofFact[fact.position].forEach(body) }

  // MARK: Walking conditions

  private func visit(_ condition: Condition, _ body: (Read) -> Void) {
    switch condition {
    case .always, .never, .question(_, .wasAsked, _): break
    case .not(let inner): visit(inner, body)
    case .all(let parts), .any(let parts), .count(_, let parts, _): parts.forEach { visit($0, body) }
    case .question(let question, let test, let part):
      body(Read(question: question, part: part, kind: test == .isUnsure ? .unsure : .value, origin: part))
    case .fact(let fact, let part): pass(on: ofFact[fact.position], from: part, body)
    case .score(let score, _, let part): pass(on: ofScore[score.position], from: part, body)
    }
  }

  private func visit(_ score: Score, _ body: (Read) -> Void) {
    score.items.forEach { visit($0, of: score.form, body) }
  }

  private func visit(_ item: Score.Item, of form: Score.Form, _ body: (Read) -> Void) {
    let kind: Read.Kind = form == .sum ? .value : .share
    switch item {
    case .points(_, let condition, _):
      visit(condition) {
        body(Read(question: $0.question, part: $0.part, kind: form == .sum ? $0.kind : .share, origin: $0.origin))
      }
    case .add(.question(let question), _, let part):
      body(Read(question: question, part: part, kind: kind, origin: part))
    case .add(.score(let score), _, let part):
      ofScore[score.position].forEach { read in
        body(Read(question: read.question, part: part, kind: form == .sum ? read.kind : .share, origin: read.origin))
      }
    case .each(_, let questions, _):
      questions.forEach { body(Read(question: $0.question, part: $0.part, kind: kind, origin: $0.part)) }
    }
  }

  private func pass(on reads: [Read], from part: PartID, _ body: (Read) -> Void) {
    reads.forEach { body(Read(question: $0.question, part: part, kind: $0.kind, origin: $0.origin)) }
  }

  private func distinctReads(_ visit: ((Read) -> Void) -> Void) -> [Read] {
    var (seen, reads) = (Set<Int>(), [Read]())
    visit { read in
      if seen.insert(read.question.position * 3 + read.kind.rawValue).inserted { reads.append(read) }
    }
    return reads
  }

  // MARK: Dependencies: facts first, then scores, then questions

  private var needs: [[Int]] {
    grammar.facts.map { needs(of: $0.condition) } + grammar.scores.map { needs(of: $0) }
      + grammar.questions.map { $0.applies.map { needs(of: $0) } ?? [] }
  }

  private func needs(of condition: Condition) -> [Int] {
    switch condition {
    case .always, .never: []
    case .not(let inner): needs(of: inner)
    case .all(let parts), .any(let parts), .count(_, let parts, _): parts.flatMap { needs(of: $0) }
    case .fact(let fact, _): [fact.position]
    case .score(let score, _, _): [grammar.facts.count + score.position]
    case .question(let question, _, _): [grammar.facts.count + grammar.scores.count + question.position]
    }
  }

  private func needs(of score: Score) -> [Int] { score.items.flatMap { needs(of: $0) } }

  private func needs(of item: Score.Item) -> [Int] {
    switch item {
    case .points(_, let condition, _): needs(of: condition)
    case .add(.score(let score), _, _): [grammar.facts.count + score.position]
    case .add(.question, _, _), .each: []
    }
  }

  private func name(at node: Int) -> Problem.NameReference {
    if node < grammar.facts.count { return .fact(FactID(node)) }
    let node = node - grammar.facts.count
    return node < grammar.scores.count ? .score(ScoreID(node)) : .question(QuestionID(node - grammar.scores.count))
  }
}
