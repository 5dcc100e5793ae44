import Foundation
import Testing
import TreeFile
import Triage

@testable import Reports

/// What is said is re-recorded with `RECORD=1 swift test --filter ReportsTests`.
@Suite struct ExplanationTests {
  @Test(arguments: Explained.all)
  func `people are told what they were last seen to be told`(_ explained: Explained) throws {
    let said = try explained.said()
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try said.write(toFile: explained.path, atomically: true, encoding: .utf8)
    }
    #expect(said == contents(of: explained.path))
  }

  @Test func `no text stands without answers`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: testFolder + "Explained")
    #expect(names.sorted() == (Explained.all.map { "\($0.name).txt" } + ["bananas.yaml"]).sorted())
  }

  @Test(arguments: [
    ("every-kind-of-reason", 0), ("no-changes-needed", 0), ("out-of-reach", 0), ("stuck", 0), ("not-looked-at", 1),
    ("unanswered", 1),
  ])
  func `it fails where it stands still, or where looking was given up`(_ name: String, _ status: Int32) throws {
    let explained = try #require(Explained.all.first { $0.name == name })
    #expect(try explained.explanation().exitStatus == status)
  }

  @Test func `after an alarm its questions are told, and no changes`() throws {
    let loaded = Loader().load(path: Explained.tree)
    let tree = try #require(loaded.tree)
    let mould = try #require(tree.grammar.questions.ids.first { tree.grammar.questions[$0].name == "mould" })
    let session = try Session(tree, replaying: [.alarm(AlarmID(0), [Event.Given(mould, .value(.yes))])])
    let explanation = Explanation(of: session, loaded.map, path: "bananas.yaml")
    #expect(explanation.whyNot == nil)
    #expect(explanation.exitStatus == 0)
    let lines = explanation.text.split(separator: "\n").map { $0.replacing(Explained.tree, with: "") }
    #expect(lines[1] == "the alarm wasp is heard  (:61)")
    #expect(lines[2] == "   mould: yes")
    #expect(lines.contains("The alarm wasp ends it, so what else would have led elsewhere is not looked for."))
    #expect(lines.contains { $0.hasPrefix("It ends in throw-away, level soon") })
  }

  // MARK: JSON

  private static func read(_ name: String) throws -> [String: Any] {
    let explained = try #require(Explained.all.first { $0.name == name })
    let text = try explained.explanation().json(engine: "9.8.7")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `programs read every step with its place and its reasons`() throws {
    let document = try Self.read("every-kind-of-reason")
    #expect(document["backtalk-explain"] as? Int == 1)
    let steps = try #require(document["steps"] as? [[String: Any]])
    #expect(
      steps.map { $0["kind"] as? String } == ["say", "ask", "ask", "ask", "ask", "go", "ask", "ask", "end"])
    #expect(steps[2]["text"] as? String == "Is there mould on your friend's banana?")
    #expect(steps[2]["answer"] as? String == "no")
    #expect((steps[5]["place"] as? [String: Any])?["line"] as? Int == 79)
    let reason = try #require((steps[5]["reasons"] as? [[String: Any]])?.first)
    #expect(reason["means"] as? String == "It is so ripe that it is best in a cake.")
    let inside = try #require(reason["inside"] as? [[String: Any]])
    #expect(inside.map { $0["text"] as? String } == ["spots > 6", "ripeness >= 9"])
    #expect((inside[0]["place"] as? [String: Any])?["line"] as? Int == 48)
    #expect((steps[8]["passed-over"] as? [[String: Any]])?.map { $0["line"] as? Int } == [90])
    let end = try #require(document["end"] as? [String: Any])
    #expect(end["outcome"] as? String == "bake")
    #expect(end["offers"] as? [String] == ["peel"])
    #expect((end["left-out"] as? [[String: Any]])?.first?["since"] as? String == "fermenting")
  }

  @Test func `programs read the changes, the answers newly needed, and where they lead`() throws {
    let whyNot = try #require(try Self.read("to-a-named-outcome")["why-not"] as? [String: Any])
    #expect(whyNot["verdict"] as? String == "found")
    #expect(whyNot["to"] as? String == "throw-away")
    let way = try #require((whyNot["ways"] as? [[String: Any]])?.last)
    let change = try #require((way["changes"] as? [[String: Any]])?.first)
    #expect(change["question"] as? String == "spots")
    #expect(change["from"] as? String == "3")
    #expect(
      change["to"] as? [[String: String]] == [["text": "9 or more", "least": "9", "most": "20"]])
    let then = try #require((way["then"] as? [[String: Any]])?.first)
    #expect(then["question"] as? String == "age")
    #expect(then["from"] == nil)
  }

  @Test(arguments: [
    ("no-changes-needed", "already-there"), ("out-of-reach", "nobody"), ("not-looked-at", "not-looked"),
  ])
  func `programs read why there are no changes`(_ name: String, _ verdict: String) throws {
    let whyNot = try #require(try Self.read(name)["why-not"] as? [String: Any])
    #expect(whyNot["verdict"] as? String == verdict)
    #expect((whyNot["ways"] as? [Any])?.isEmpty == true)
  }

  @Test func `programs read the question that could not be answered`() throws {
    let end = try #require(try Self.read("stuck")["end"] as? [String: Any])
    #expect(end["cause"] as? String == "stuck")
    #expect(end["question"] as? String == "spots")
  }

  // MARK: Outcomes without a branch

  private static func explanation(
    _ changes: [(String, String)], _ answers: [String], to target: String? = nil
  ) throws -> Explanation {
    let text = changes.reduce(contents(of: Explained.tree)) { text, change in
      #expect(text.contains(change.0))
      return text.replacing(change.0, with: change.1)
    }
    let given = Loader().load(
      Array(text.utf8), named: "bananas.yaml", files: GivenFiles(), answers.compactMap { WrittenAnswer($0) })
    let tree = try #require(given.loaded.tree, "\(given.loaded.report)")
    let outcome = tree.grammar.outcomes.ids.first { tree.grammar.outcomes[$0].name == target }
    return Explanation(
      of: try Session(tree, answering: given.answers), given.loaded.map, path: "bananas.yaml", to: outcome)
  }

  @Test func `an outcome in which only an alarm ends is told as such, with the alarm`() throws {
    let byAlarm = try Self.explanation(
      [
        ("    end: throw-away\n\nsections", "    end: sting\n\nsections"),
        ("  throw-away:\n", "  sting:\n    level: soon\n    title: Ow\n    say: Ow.\n  throw-away:\n"),
      ], Explained.eaten, to: "sting")
    #expect(
      byAlarm.text.hasSuffix(
        "No branch leads to sting, whatever is answered: a session ends there only by the alarm wasp (bananas.yaml:61).\n"
      ), "\(byAlarm.text)")
    let document = try JSONSerialization.jsonObject(with: Data(byAlarm.json(engine: "1").utf8)) as? [String: Any]
    let there = (document?["why-not"] as? [String: Any])?["ending-there"] as? [String: Any]
    #expect(there?["branches"] as? Bool == false)
    #expect(there?["alarms"] as? [String] == ["wasp"])
    #expect(there?["stuck"] as? Bool == false)
  }

  @Test func `an outcome without a branch is not looked for, whatever that would have taken`() throws {
    let explained = try #require(Explained.all.first { $0.name == "out-of-reach" })
    var hasty = explained
    hasty.states = 1
    #expect(try hasty.explanation().whyNot == .nobody)
    #expect(try hasty.explanation().text == explained.explanation().text)
  }

  // MARK: Facts

  @Test(arguments: [
    ("not overripe", ["spots > 6 does not hold, as spots: 3"]),
    ("any of [overripe, spots < 5]", []),
    (
      "at least 1 of [overripe, fermenting]",
      ["overripe does not hold", "fermenting holds: It has begun to turn into wine."]
    ),
    (
      "not (exactly 1 of [spots > 6, hungry was asked])",
      ["spots > 6 does not hold, as spots: 3", "hungry was asked does not hold, as hungry was not asked"]
    ),
  ])
  func `of a fact and of a count the tests are told that made it so`(_ condition: String, _ inside: [String]) throws {
    let explanation = try Self.explanation(
      [("if: overripe\n", "if: \(condition)\n")], ["whose=mine", "mould=no", "spots=3", "smells=[wine]"])
    let told = explanation.text.split(separator: "\n").filter { $0.hasPrefix("         ") }
      .map { $0.dropFirst(9).prefix { $0 != "(" } }
    #expect(told.map { String($0).trimmingCharacters(in: .whitespaces) } == inside, "\(explanation.text)")
  }

  @Test func `of a count in a fact it is told which of its conditions hold`() throws {
    let explanation = try Self.explanation(
      [("when: spots > 6 and ripeness >= 9", "when: at least 2 of [mould is no, spots > 6, fermenting]")],
      ["whose=mine", "mould=no", "spots=3", "smells=[wine]"])
    #expect(
      explanation.text.contains(
        """
               overripe holds: It is so ripe that it is best in a cake.  (bananas.yaml:79)
                 mould is no holds, as mould: no  (bananas.yaml:48)
                 spots > 6 does not hold, as spots: 3  (bananas.yaml:48)
                 fermenting holds: It has begun to turn into wine.  (bananas.yaml:48)
                 "at least 2 of 3 conditions" holds  (bananas.yaml:48)

        """), "\(explanation.text)")
  }

  // MARK: Hostile text

  @Test func `nothing in a tree acts on the terminal of who reads an explanation`() throws {
    let hostile = #"\n<script>alert(1)</script>\n9. It is safe\n"#
    let text = contents(of: Explained.tree)
      .replacing("It has begun to turn into wine.", with: "\"\(hostile)\"")
      .replacing("Is there mould on your friend's banana?", with: "\"\(hostile)\"")
      .replacing("Bake with it", with: "\"\(hostile)\"")
    let answers = (Explained.baked + ["hungry=no"]).compactMap { WrittenAnswer($0) }
    let name = "\u{1B}]0;x\u{7}\u{202E}.yaml"
    let given = Loader().load(Array(text.utf8), named: name, files: GivenFiles(), answers)
    let tree = try #require(given.loaded.tree, "\(given.loaded.report)")
    let session = try Session(tree, answering: given.answers)
    let explanation = Explanation(of: session, given.loaded.map, path: name)
    #expect(!HostileTests.acts(explanation.text))
    #expect(!HostileTests.acts(explanation.json(engine: "1")))
    // What a tree says on further lines stays indented, so that it is not taken for what is said about it.
    #expect(!explanation.text.split(separator: "\n").contains { $0.hasPrefix("9.") || $0.hasPrefix("<script>") })
  }
}
