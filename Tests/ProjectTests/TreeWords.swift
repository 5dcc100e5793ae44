import TreeFile
import Triage

/// The words that belong to the trees that come with the program.
enum TreeWords {
  static let trees = Project.files(in: "DecisionTrees", named: ".yaml").map(\.path)
    .filter { !$0.hasSuffix(".cases.yaml") && !$0.contains("/library/") }

  /// Names, labels and levels. What is heard is made of everyday words, which stand in any program. A phrase with a digit in it is left out: without its digits
  /// it would be another phrase.
  static let all = trees.flatMap { path in
    Loader().load(path: Project.root.appending(path: path).path).tree.map { words(of: $0.grammar) } ?? []
  }.filter { !$0.contains(where: \.isNumber) }

  private static func words(of grammar: Grammar) -> [String] {
    let choices = grammar.questions.flatMap(\.choices)
    let named = [
      grammar.levels.map(\.name), grammar.questions.map(\.name), grammar.facts.map(\.name), grammar.scores.map(\.name),
      grammar.alarms.map(\.name), grammar.sections.map(\.name), grammar.stretches.map(\.name),
      grammar.programmes.map(\.name), grammar.outcomes.map(\.name), grammar.providers.map(\.name), choices.map(\.name),
    ]
    let called = grammar.stretches.flatMap(\.card.helps) + choices.map(\.label)
    return named.joined() + called
  }
}

extension Question {
  fileprivate var choices: [Choice] {
    switch kind {
    case .choice(let choices), .choices(let choices): choices
    case .yesNo, .number, .duration: []
    }
  }
}
