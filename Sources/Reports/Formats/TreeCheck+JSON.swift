import Assurance
import JSON
import TreeFile
import Triage

extension TreeCheck {
  /// Everything that was found, for programs. `docs/checks.md` says what each key means.
  ///
  /// - Parameter engine: the version of the program.
  public func json(engine: String) -> String { JSON.json(Document(self, engine: engine)) }
}

private struct Document: Encodable {
  let version = 1
  var engine: String
  var tree: Tree
  var verdict: String
  var diagnostics: [Told]
  var proofs: [Claim]
  var errors: [Told]
  var warnings: [Told]
  var questionsBefore: [String: Int?]
  /// Missing where no case ends at the lowest level.
  var asked: TreeCheck.Asked?
  var effort: Effort
  var signOff: SignOffDocument?

  enum CodingKeys: String, CodingKey {
    case version = "backtalk-check"
    case engine, tree, verdict, diagnostics, proofs, errors, warnings, asked, effort
    case questionsBefore = "questions-before"
    case signOff = "sign-off"
  }

  struct Tree: Encodable {
    var id: String?
    var version: String?
    var path: String
  }

  struct Told: Encodable {
    var code: String
    var file: String?
    var line: Int?
    var column: Int?
    var message: String
    var cure: String
  }

  struct Claim: Encodable {
    var kind: String
    var name: String
    var verdict: String
    var counterexample: Example?
    var leavesOut: [String]?
    var leavesOutMore: Int?

    enum CodingKeys: String, CodingKey {
      case kind, name, verdict, counterexample
      case leavesOut = "leaves-out"
      case leavesOutMore = "leaves-out-more"
    }
  }

  struct Example: Encodable {
    var answers: [GivenDocument]
    var besides: [GivenDocument]
    var alarm: String?
    var outcome: String?
    var level: String?
    var other: Other?

    struct Other: Encodable {
      var answers: [GivenDocument]
      var outcome: String?
      var level: String?
    }
  }

  struct Effort: Encodable {
    var states: Int
    var searches: Int
  }
}

extension Document {
  init(_ check: TreeCheck, engine: String) {
    let (grammar, map) = (check.loaded.tree?.grammar, check.loaded.map)
    self.engine = engine
    tree = Tree(id: grammar?.id, version: grammar?.version, path: check.path)
    verdict = check.verdict.rawValue
    diagnostics = check.loaded.diagnostics.map { diagnostic in
      let place = map.sources.position(of: diagnostic.span)
      return Told(
        code: diagnostic.code.rawValue, file: place.file, line: place.line, column: place.column,
        message: diagnostic.message, cure: diagnostic.cure)
    }
    let parts = grammar.map { Parts($0) }
    proofs = check.proofs.compactMap { proof in parts.map { Claim(proof, $0, map) } }
    errors = check.errors.map { Told($0, map) }
    warnings = check.warnings.map { Told($0, map) }
    questionsBefore = Dictionary(
      check.flags.compactMap { flag in grammar.map { ($0.questions[flag.question].name, flag.mostBefore) } }
    ) { first, _ in first }
    asked = check.asked
    effort = Effort(states: check.effort?.states ?? 0, searches: check.effort?.searches ?? 0)
    signOff = check.signOff.map { SignOffDocument($0) }
  }
}

extension Document.Told {
  init(_ finding: Finding, _ map: SourceMap) {
    let place = map.position(of: finding.part)
    self.init(
      code: finding.rule.name, file: place?.file, line: place?.line, column: place?.column, message: finding.message,
      cure: finding.cure)
  }
}

extension Document.Claim {
  init(_ proof: Proof, _ parts: Parts, _ map: SourceMap) {
    kind = proof.subject.kind.rawValue
    name = parts.name(of: proof.subject, map)
    verdict = proof.verdict.word
    switch proof.verdict {
    case .broken(let example?): counterexample = Document.Example(example, parts.grammar)
    case .leavesOut(let flags, let more):
      leavesOut = flags.map { parts.grammar.questions[$0].name }
      if more > 0 { leavesOutMore = more }
    default: break
    }
  }
}

extension Proof.Verdict {
  fileprivate var word: String {
    switch self {
    case .holds: "holds"
    case .broken, .leavesOut: "broken"
    case .unreached: "unreached"
    case .empty: "empty"
    case .notProven: "not-proven"
    }
  }
}

extension Document.Example {
  init(_ found: Counterexample, _ grammar: Grammar) {
    self.init(
      answers: found.conversation.map { GivenDocument($0, grammar) },
      besides: found.besides.map { GivenDocument($0, grammar) },
      alarm: found.alarm.map { grammar.alarms[$0].name }, outcome: found.ending.map { grammar.outcomes[$0].name },
      level: found.ending.map { grammar.levelName(of: $0) })
    other = found.other.map { second in
      Other(
        answers: second.conversation.map { GivenDocument($0, grammar) },
        outcome: second.ending.map { grammar.outcomes[$0].name },
        level: second.ending.map { grammar.levelName(of: $0) })
    }
  }
}
