import Foundation
import TreeFile
import Triage
import Understanding

/// Understanding one line with the default tree: the utterances at their questions, and the worst of long lines.
enum UnderstandingBenchmark {
  static func run() {
    guard let tree = Loader().load(path: root + "DecisionTrees/back-pain.yaml").tree else {
      fatalError("the default tree cannot be loaded")
    }
    let listener = Listener(tree)
    reportUtterances(listener, tree)
    reportLongLines(listener, tree)
  }

  private static let root = String(
    #filePath.dropLast("Tests/Benchmarks/Understanding/UnderstandingBenchmark.swift".count))
  private static let now = Moment(year: 2026, month: 11, day: 22, hour: 15)

  private static func reportUtterances(_ listener: Listener, _ tree: Tree) {
    let lines = AskedLine.all(in: root + "Tests/Utterances/", tree)
    let times = lines.map { line in median(of: 9) { listener.hear(line.text, asked: line.question, now: now) } }
    report(
      """
        One of \(lines.count) utterances at its question, with the default tree:
        \(duration(times.median))  (aim: less than 200 µs; nine of ten below \(duration(times.quantile(0.9))), all below \
      \(duration(times.max()!)))

      """)
  }

  /// A line so long is no answer, so that it does not matter what was asked.
  private static func reportLongLines(_ listener: Listener, _ tree: Tree) {
    var worst = 0.0
    for line in LongLine.all(tree.grammar, length: 10_000) {
      let time = median(of: 5) { listener.hear(line.text, asked: QuestionID(0), now: now) }
      worst = max(worst, time)
      report("  \(line.name): \(duration(time))\n")
    }
    report("  The worst line of 10,000 characters:\n  \(duration(worst))  (aim: less than 20 ms)\n")
  }

  private static func median<Result>(of count: Int, _ work: () -> Result) -> Double {
    (0..<count).map { _ in
      let start = Clock.processor.reading
      let result = work()
      let end = Clock.processor.reading
      withExtendedLifetime(result) {}
      return end - start
    }.median
  }
}

/// One utterance, and the question at which it was typed.
private struct AskedLine {
  var question: QuestionID
  var text: String

  /// The lines of the set that stands beside its key.
  static func all(in folder: String, _ tree: Tree) -> [AskedLine] {
    var asked: [String: QuestionID] = [:]
    for row in rows(of: folder + "key.tsv") where row[0] == "ask" {
      asked[row[1]] = tree.grammar.questions.ids.first { tree.grammar.questions[$0].name == row[2] }
    }
    return rows(of: folder + "Sets/utterances.tsv").dropFirst().compactMap { row in
      guard let question = asked[row[0]] else { fatalError("the key asks nothing for lines of the kind \(row[0])") }
      return row.count < 3 ? nil : AskedLine(question: question, text: row[1])
    }
  }

  private static func rows(of path: String) -> [[String]] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { fatalError("\(path) cannot be read") }
    return text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
