// Small random trees, and what looking at every patient says of them. So the judges of trees can be tried on one another:
//
//   small-trees write FOLDER COUNT SEED     random trees as files, from this seed on
//   small-trees check --format json TREE    the verdicts of brute force, in the form in which `backtalk check` tells its
//                                           own; so it can stand in for it: scripts/agree-with-z3 --backtalk small-trees

import Foundation
import TestSupport
import TreeFile
import Triage

func complain(_ words: String) -> Never {
  FileHandle.standardError.write(Data("\(words)\n".utf8))
  exit(2)
}

func write(_ count: UInt64, treesInto folder: String, from seed: UInt64) throws {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for seed in seed..<(seed + count) {
    let text = WrittenTree(RandomTree.grammar(seed: seed, size: .small)).text
    try text.write(toFile: "\(folder)/\(seed).yaml", atomically: true, encoding: .utf8)
  }
}

func check(_ path: String) throws {
  let loaded = Loader().load(path: path)
  guard let grammar = loaded.tree?.grammar else { complain(loaded.report) }
  guard Patients(grammar).count <= RandomTree.Size.small.patients else { complain("\(path) has too many patients.") }
  let report = Report(tree: grammar.id, proofs: BruteForce(grammar).proofs)
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(report), as: UTF8.self))
}

let usage = "Usage: small-trees write FOLDER COUNT SEED, or small-trees check --format json TREE"
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "write" where arguments.count == 4:
  guard let count = UInt64(arguments[2]), let seed = UInt64(arguments[3]) else { complain(usage) }
  try write(count, treesInto: arguments[1], from: seed)
case "check" where arguments.count == 4 && arguments[1...2] == ["--format", "json"]:
  try check(arguments[3])
default:
  complain(usage)
}
