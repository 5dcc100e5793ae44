import Foundation
import Testing
import TreeFile

@testable import Reports

/// What is said of each pair of versions, `Diffs/EDIT/old.yaml` and `new.yaml`, is re-recorded with
/// `RECORD=1 swift test --filter DiffTests`.
@Suite struct DiffTests {
  struct Edit: CustomTestStringConvertible {
    var name: String
    var status: Int32
    var testDescription: String { name }

    var folder: String { testFolder + "Diffs/\(name)/" }

    func diff(states: Int = 100_000) -> TreeDiff {
      let versions = ["old.yaml", "new.yaml"].map {
        TreeDiff.Version(Loader().load(path: folder + $0), path: $0)
      }
      return TreeDiff(old: versions[0], new: versions[1], states: states)
    }
  }

  static let edits = [
    Edit(name: "added-question", status: 1), Edit(name: "changed-choices", status: 1),
    Edit(name: "changed-type", status: 1), Edit(name: "dropped-branch", status: 1),
    Edit(name: "lowered-alarm", status: 1), Edit(name: "moved-threshold", status: 1),
    Edit(name: "other-words", status: 0), Edit(name: "raised-level", status: 0),
    Edit(name: "renamed-question", status: 0),
    Edit(name: "reworded", status: 0), Edit(name: "stretch-no-longer-offered", status: 0),
    Edit(name: "stretch-takes-a-place", status: 0), Edit(name: "swapped-targets", status: 1),
    Edit(name: "widened-range", status: 1),
  ]

  private static func edit(_ name: String) -> Edit { edits.first { $0.name == name }! }

  @Test(arguments: edits) func `an edit is told as it was last seen to be told`(_ edit: Edit) throws {
    let diff = edit.diff()
    for (name, text) in [("told.txt", diff.text(isVerbose: false)), ("told.md", diff.markdown)] {
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try text.write(toFile: edit.folder + name, atomically: true, encoding: .utf8)
      }
      #expect(text == contents(of: edit.folder + name))
    }
  }

  @Test(arguments: edits) func `only a lowered level fails, unless it is allowed`(_ edit: Edit) {
    let diff = edit.diff()
    #expect(diff.exitStatus(allowsLowered: false) == edit.status)
    #expect(diff.exitStatus(allowsLowered: true) == 0)
  }

  @Test func `no pair of versions stands without a test`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: testFolder + "Diffs")
    #expect(names.sorted() == Self.edits.map(\.name))
  }

  @Test func `a moved threshold is one sentence, with the very numbers`() throws {
    let diff = Self.edit("moved-threshold").diff()
    let lowered = diff.told.filter { $0.move.direction == .lowered && $0.move.new == "go-out" }
    #expect(lowered.count == 1)
    #expect(lowered.first?.who.groups.first?.conditions.contains("wind: 60 to 69") == true)
  }

  @Test func `where not everybody was compared the verdict is unknown, and fails even where lowering is allowed`() {
    let diff = Self.edit("moved-threshold").diff(states: 1)
    #expect(diff.verdict == .unknown)
    #expect(diff.exitStatus(allowsLowered: true) == 1)
    #expect(diff.text(isVerbose: false).contains("not every patient was compared"))
    #expect(diff.markdown.contains("Not every patient was compared"))
  }

  @Test func `what only one version takes for an answer is told, and compared with nobody`() throws {
    let diff = Self.edit("changed-choices").diff()
    let footwear = try #require(diff.questions.first { $0.name == "footwear" })
    #expect(footwear.noLongerTaken == #""Trainers""# && footwear.newlyTaken == #""Nothing""#)
    #expect(diff.told.count == 1)
    #expect(diff.told.first?.who.groups.first?.conditions.contains(#"footwear: "Sandals""#) == true)
    let wind = Self.edit("widened-range").diff()
    #expect(wind.questions.first?.newlyTaken == "201 or more" && wind.questions.first?.noLongerTaken == nil)
    #expect(wind.told.allSatisfy { $0.who.groups.first?.conditions.contains("wind: 60 to 69") == true })
  }

  @Test func `answers that cannot be compared leave unknown whether anybody comes lower`() {
    let diff = Self.edit("changed-type").diff()
    #expect(diff.verdict == .unknown && !diff.isLowered)
    #expect(diff.difference?.isComplete == true)
    #expect(diff.told.filter { $0.move.direction == .lowered }.allSatisfy { $0.restsOn == ["wind"] })
    #expect(!diff.text(isVerbose: false).contains("LOWERED"))
  }

  @Test func `two trees that have nothing to do with one another are not compared`() {
    let outing = Self.edit("reworded").folder + "old.yaml"
    let other = TreeDiff.Version(
      Loader().load(path: Fixture(rule: .stuckBeforeRedFlag).path), path: "fruit.yaml")
    let diff = TreeDiff(old: TreeDiff.Version(Loader().load(path: outing), path: "outing.yaml"), new: other)
    #expect(diff.strangers == TreeDiff.Strangers(old: "outing", new: "fruit", shared: 0, questions: 3))
    #expect(diff.exitStatus(allowsLowered: true) == 2)
    for text in [diff.text(isVerbose: false), diff.markdown] { #expect(text.contains("hese are two different trees")) }
  }

  @Test func `a version that cannot be loaded is unusable in every format`() {
    let edit = Self.edit("added-question")
    let good = TreeDiff.Version(Loader().load(path: edit.folder + "old.yaml"), path: "old.yaml")
    let diff = TreeDiff(
      old: good, new: TreeDiff.Version(Loader().load("backtalk: 1\n", named: "new.yaml"), path: "new.yaml"))
    #expect(diff.exitStatus(allowsLowered: true) == 2)
    #expect(diff.text(isVerbose: false).contains("error[missing-key]"))
    #expect(diff.markdown.contains("error[missing-key]"))
    #expect(diff.json(engine: "1").contains("\"verdict\" : \"unknown\""))
  }
}

/// What is heard, in two versions of a tree whose words stand in groups or do not.
@Suite struct HeardDiffTests {
  private static let old = contents(of: testFolder + "Diffs/lowered-alarm/old.yaml")

  /// The tree with these patterns of its alarm, and of a question about numbers.
  private static func version(_ hears: String, wind: String = "[]", groups: String = "") -> TreeDiff.Version {
    let wind = wind == "[]" ? "" : "    hears: \(wind)\n"
    let text = old.replacing("hears: [lightning, a flash]", with: "hears: \(hears)")
      .replacing("    range: 0 to 200\n", with: "    range: 0 to 200\n" + wind)
    return TreeDiff.Version(
      Loader().load(groups.isEmpty ? text : text + "word_groups:\n  \(groups)\n", named: "tree.yaml"), path: "tree.yaml"
    )
  }

  private static let apart = version("[a bright lightning, a bright flash]")
  private static func grouped(_ words: String) -> TreeDiff.Version {
    version("[\"a bright {light}\"]", groups: "light: [\(words)]")
  }

  @Test func `phrases that are put together into a group change nothing`() {
    let diff = TreeDiff(old: Self.apart, new: Self.grouped("flash, lightning"))
    #expect(diff.difference != nil, "\(diff.new.loaded.report)")
    #expect(diff.alarms == [])
    #expect(diff.verdict == .same)
  }

  @Test func `a word that a group loses is not heard any more`() {
    let diff = TreeDiff(old: Self.grouped("flash, lightning"), new: Self.grouped("lightning, bolt"))
    #expect(
      diff.alarms.map(\.kind) == [
        .changed(noLongerHeard: ["a bright flash"], newlyHeard: ["a bright bolt"], end: nil, isAskedOtherwise: false)
      ])
    #expect(diff.verdict == .lowered)
  }

  @Test func `more phrases than anybody reads are not written out, and a change of them is told all the same`() {
    let words = (0..<30).map { "w\($0)" }
    func version(_ words: [String]) -> TreeDiff.Version {
      Self.version("[\"{light} {light} {light}\"]", groups: "light: [\(words.joined(separator: ", "))]")
    }
    #expect(TreeDiff(old: version(words), new: version(words.reversed())).alarms == [])
    let changed = TreeDiff(old: version(words), new: version(words.dropLast())).alarms
    guard case .changed(let lost, let gained, _, _)? = changed.first?.kind else { return #expect(Bool(false)) }
    #expect(lost.count == 30)
    #expect(gained.count == 29)
  }

  @Test func `what a question hears is compared, with the words of its groups`() {
    let one = Self.version("[x]", wind: "[\"# of {unit}\"]", groups: "unit: [km]")
    let other = Self.version("[x]", wind: "[\"# of {unit}\"]", groups: "unit: [km, miles]")
    let diff = TreeDiff(old: one, new: other)
    let aspect = QuestionChange.Aspect(aspect: .hears, old: "# of {unit: km}", new: "# of {unit: km, miles}")
    #expect(diff.questions == [QuestionChange(name: "wind", kind: .changed([aspect]))])
    let added = TreeDiff(old: Self.version("[x]"), new: Self.version("[x]", wind: "[\"# gusts\"]"))
    let gained = QuestionChange.Aspect(aspect: .hears, old: nil, new: "# gusts")
    #expect(added.questions == [QuestionChange(name: "wind", kind: .changed([gained]))])
  }
}

/// What two versions say of themselves is only ever shown.
@Suite struct HostileDiffTests {
  static let text = #"a\n# <script>alert(1)</script> | `b` **c** [d](https://example.org) @e www.f.org"#

  static var diff: TreeDiff {
    let old = contents(of: testFolder + "Diffs/reworded/old.yaml")
    let new = old.replacing("ask: Do you hear thunder?", with: "ask: \"\(text)\"")
      .replacing("wind >= 60", with: "wind >= 70")
      .replacing("means: The wind is strong, or may be.", with: "means: \"\(text)\"")
    let name = "\u{1B}]0;x\u{7}\u{202E}|<b>.yaml"
    return TreeDiff(
      old: TreeDiff.Version(Loader().load(old, named: name), path: name),
      new: TreeDiff.Version(Loader().load(new, named: name), path: name))
  }

  @Test func `nothing in a tree acts on the terminal of who is told what differs`() {
    let diff = Self.diff
    #expect(diff.questions.count == 1)
    for text in [diff.text(isVerbose: true), diff.markdown, diff.json(engine: "1")] {
      #expect(!HostileTests.acts(text))
    }
    #expect(diff.text(isVerbose: false).contains("a␊# <script>"))
  }

  @Test func `nothing in a tree is markup in a pull request`() {
    let markdown = Self.diff.markdown
    #expect(!markdown.contains("<script"))
    #expect(!markdown.contains("<b>"))
    #expect(
      markdown.contains(
        ##"a␊\#<!-- --> &lt;script&gt;alert(1)&lt;/script&gt; \| \`b\` \*\*c\*\* \[d\](https:\//example.org) \@<!-- -->e www\.f.org"##
      ))
    let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.allSatisfy { row in row.replacing("\\|", with: "").count { $0 == "|" } == 5 })
  }

  @Test func `a program reads what a tree says, exactly`() throws {
    let data = Data(Self.diff.json(engine: "1").utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let questions = try #require(document["questions"] as? [[String: Any]])
    let differences = try #require(questions.first?["differences"] as? [[String: Any]])
    #expect(differences.first?["new"] as? String == Self.text.replacing(#"\n"#, with: "\n"))
    #expect(document["verdict"] as? String == "lowered")
  }
}
