import Testing

@testable import TreeFile

/// What somebody is told who mistypes in a file of providers or of stretches, which clinics edit.
@Suite struct LibraryMistakeTests {
  private static let tree = """
    backtalk: 1
    id: fruit
    title: Which fruit
    version: 1.0.0
    language: en
    levels: [later, now]
    start: opening
    stuck: done
    uses: [library.yaml]
    sections:
      opening:
        - decide:
            - end: done
    outcomes:
      done:
        level: now
        title: Done
        say: Enjoy it.

    """

  private static func report(_ library: String) -> String {
    Loader().load(tree, named: "fruit.yaml", files: GivenFiles(["library.yaml": library])).report
  }

  @Test func `an unknown key of a provider is told with those that there are`() {
    #expect(
      Self.report("providers:\n  gardener:\n    role: a gardener\n    telephone: 01234\n") == """
        error[unknown-key]: there is no key "telephone" here
          --> library.yaml:4:5
            |
          4 |     telephone: 01234
            |     ^^^^^^^^^
            = known here: name, role, phone, address, hours, page

        """)
  }

  @Test func `a provider without a role is told`() {
    #expect(
      Self.report("providers:\n  gardener:\n    name: Green Fingers\n") == """
        error[missing-key]: a provider must have "role:"
          --> library.yaml:2:3
            |
          2 |   gardener:
            |   ^^^^^^^^
            = add "role:"

        """)
  }

  @Test func `a role that stands twice is told with both places`() {
    #expect(
      Self.report("providers:\n  gardener:\n    role: a gardener\n  gardener:\n    role: another\n") == """
        error[repeated-key]: "gardener" stands here for the second time
          --> library.yaml:4:3
            |
          4 |   gardener:
            |   ^^^^^^^^
          ::: library.yaml:2:3
            |
          2 |   gardener:
            |   -------- first defined here
            = keep one of the two

        """)
  }

  @Test func `a number to call that is set twice is told with both places`() {
    let number = "about:\n  emergency_number: \"112\"\n"
    let files = GivenFiles(["library.yaml": number])
    #expect(
      Loader().load(Self.tree + number, named: "fruit.yaml", files: files).report == """
        error[defined-twice]: "emergency_number" is set a second time
          --> library.yaml:2:21
            |
          2 |   emergency_number: "112"
            |                     ^^^^^
          ::: fruit.yaml:20:21
            |
         20 |   emergency_number: "112"
            |                     ----- first defined here
            = set it in one file only

        """)
  }

  @Test(arguments: [
    "http://example.org", "https://", "https://example.org/a b", "example.org", "mailto:a@example.org", "tel:",
    "tel:call me", "tel:+", "javascript:alert(1)", "tel:+44 20", "TEL:123",
  ])
  func `a page that is no link is refused`(_ page: String) {
    let library = "providers:\n  gardener:\n    role: a gardener\n    page: \"\(page)\"\n"
    #expect(Self.report(library).hasPrefix("error[not-a-link]: \"\(page)\" is no link"))
  }

  @Test(arguments: ["https://example.org", "tel:112", "tel:+441234567890", "tel:(01234)567-890"])
  func `a link to a page or a number is accepted`(_ page: String) {
    #expect(Self.report("providers:\n  gardener:\n    role: a gardener\n    page: \"\(page)\"\n") == "")
  }

  private static func dose(_ line: String) -> String {
    let indent = line.hasPrefix("difficulty") ? "    " : "    dose:\n      "
    return report("stretches:\n  peel:\n    name: Peel it\n" + indent + line + "\n")
  }

  @Test(arguments: [
    ("hold: 0 seconds", "1 second", "5 minutes"), ("hold: 301 seconds", "1 second", "5 minutes"),
    ("hold: 30 minutes", "1 second", "5 minutes"), ("repeat: 0", "1", "30"), ("repeat: 31", "1", "30"),
    ("per_day: 0", "1", "12"), ("per_day: 13", "1", "12"), ("difficulty: 0", "1", "5"), ("difficulty: 6", "1", "5"),
  ])
  func `a dose that nobody can mean is refused with what can be meant`(_ line: String, _ least: String, _ most: String)
  {
    let report = Self.dose(line)
    #expect(report.hasPrefix("error[amount-out-of-range]: "), "\(report)")
    #expect(report.hasSuffix("    = write at least \(least) and at most \(most)\n"), "\(report)")
  }

  @Test(arguments: [
    "hold: 1 second", "hold: 5 minutes", "repeat: 1", "repeat: 30", "per_day: 1", "per_day: 12", "difficulty: 1",
    "difficulty: 5",
  ])
  func `the ends themselves are accepted`(_ line: String) { #expect(Self.dose(line) == "") }

  @Test func `a rule of stretching without words is told`() {
    #expect(
      Self.report("sources:\n  book:\n    title: Book\nstretching_rules:\n  - source: [book]\n") == """
        error[missing-key]: a rule of stretching must have "text:"
          --> library.yaml:5:5
            |
          5 |   - source: [book]
            |     ^^^^^^
            = add "text:"

        """)
  }

  @Test func `a known word without a reason is told`() {
    #expect(Self.report("known_words:\n  refrigerator:\n").hasPrefix("error[empty-value]"))
  }
}
