import Foundation
import TreeFile
import Triage
import Understanding

// Scores how lines of real life are understood: utterances TREE KEY FILE
//
// Every line is asked at the question that the key names for its kind, on one fixed Sunday. A line is right where all
// that it means was understood, and nothing else.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 3, let treePath = arguments.first else { fatalError("utterances TREE KEY FILE…") }
let paths = arguments.dropFirst()
let loaded = Loader().load(path: treePath)
guard let tree = loaded.tree else { fatalError("\(treePath) cannot be loaded") }

func text(_ path: String) -> String {
  guard let data = FileManager.default.contents(atPath: path) else { fatalError("\(path) cannot be read") }
  return String(decoding: data, as: UTF8.self)
}

let judge = Judge(
  listener: Listener(tree), grammar: tree.grammar, key: Key(text(paths.first!)),
  now: Moment(year: 2026, month: 11, day: 22, hour: 15))
for path in paths.dropFirst() {
  Score(Row.all(in: text(path)), by: judge).report(named: URL(fileURLWithPath: path).lastPathComponent)
}
