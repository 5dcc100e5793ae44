import Triage

/// The text of a tree, so that what reads files can be tried on trees that were made up.
///
/// It writes what decides about a patient, and of the rest what the format requires.
public struct WrittenTree {
  let grammar: Grammar

  public init(_ grammar: Grammar) { self.grammar = grammar }

  public var text: String { YAMLNode.map(top + parts).lines().joined(separator: "\n") + "\n" }

  private typealias Entries = [(key: String, value: YAMLNode)]

  private var top: Entries {
    var top: Entries = [
      ("backtalk", .text("1")), ("id", .text(grammar.id)), ("title", .text(grammar.title)),
      ("version", .text(grammar.version)), ("language", .text(grammar.language)),
      ("levels", .names(grammar.levels.map(\.name))),
      ("start", .text(grammar.sections[grammar.start].name)), ("stuck", .text(grammar.outcomes[grammar.stuck].name)),
    ]
    if let condition = grammar.onBehalf { top.append(("on_behalf", node(condition))) }
    return top
  }

  private var parts: Entries {
    let parts: Entries = [
      ("questions", .map(grammar.questions.map { ($0.name, node($0)) })),
      ("facts", .map(grammar.facts.map { ($0.name, node($0)) })),
      ("scores", .map(grammar.scores.map { ($0.name, node($0)) })),
      ("alarms", .map(grammar.alarms.map { ($0.name, node($0)) })),
      ("sections", .map(grammar.sections.map { ($0.name, .list($0.steps.map(node))) })),
      ("stretches", .map(grammar.stretches.map { ($0.name, node($0)) })),
      ("programmes", .map(grammar.programmes.map { ($0.name, node($0.list)) })),
      ("outcomes", .map(grammar.outcomes.map { ($0.name, node($0)) })),
      ("guarantees", .list(grammar.guarantees.map(node))),
    ]
    return parts.filter { $0.value.lines().joined() != "" && $0.value.lines() != ["[]"] }
  }

  /// The entries that are there.
  func entries(_ all: KeyValuePairs<String, YAMLNode?>) -> YAMLNode {
    .map(all.compactMap { key, value in value.map { (key, $0) } })
  }

  func name(_ question: QuestionID) -> String { grammar.questions[question].name }
}
