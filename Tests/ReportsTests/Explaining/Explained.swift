import Testing
import TreeFile
import Triage

@testable import Reports

/// An explanation as it was last read by a person: `Explained/NAME.txt`, of answers about `Explained/bananas.yaml`.
struct Explained: CustomTestStringConvertible {
  var name: String
  var answers: [String]
  var target: String?
  var states = 100_000

  var testDescription: String { name }
  var path: String { testFolder + "Explained/\(name).txt" }

  static let tree = testFolder + "Explained/bananas.yaml"

  static let all = [
    Explained(name: "every-kind-of-reason", answers: baked + ["hungry=no"]),
    Explained(name: "to-a-named-outcome", answers: eaten, target: "throw-away"),
    Explained(
      name: "several-changes",
      answers: ["whose=mine", "mould=no", "spots=9", "smells=[wine]", "age=2 weeks", "hungry=yes"],
      target: "bake"),
    Explained(name: "no-changes-needed", answers: eaten, target: "eat"),
    Explained(name: "out-of-reach", answers: eaten, target: "ask-somebody"),
    Explained(name: "not-looked-at", answers: thrown, target: "bake", states: 20),
    Explained(name: "stuck", answers: ["whose=mine", "mould=no", "spots=stuck"]),
    Explained(name: "unanswered", answers: ["whose=mine", "spots=3"]),
  ]

  static let baked = ["whose=friends", "mould=no", "spots=12", "smells=[honey, wine]", "age=2 weeks"]
  static let eaten = ["whose=mine", "mould=no", "spots=3", "smells=[]"]
  static let thrown = ["whose=mine", "mould=unsure"]

  func explanation() throws -> Explanation {
    let given = Loader().load(path: Self.tree, answers: answers.compactMap { WrittenAnswer($0) })
    let tree = try #require(given.loaded.tree, "\(given.loaded.report)")
    let outcome = tree.grammar.outcomes.ids.first { tree.grammar.outcomes[$0].name == target }
    return Explanation(
      of: try Session(tree, answering: given.answers), given.loaded.map, path: "bananas.yaml", to: outcome,
      states: states)
  }

  /// What is said, the path to the tree left off.
  func said() throws -> String { try explanation().text.replacing(Self.tree, with: "bananas.yaml") }
}

extension Session {
  /// The session in which everything asked is answered so, as far as it is.
  init(_ tree: Tree, answering replies: [QuestionID: Case.Reply]) throws {
    self.init(tree)
    while case .asking(let question) = position, let reply = replies[question] {
      switch reply {
      case .answer(let answer): try submit(.answer(question, answer))
      case .stuck: try submit(.stuck)
      }
    }
  }
}
