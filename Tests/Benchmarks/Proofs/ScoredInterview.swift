/// The text of an interview of any size about a workshop: sections that share questions in overlapping scores, and
/// claims about those scores, some true and some false. The same size gives the same text.
///
/// Each section asks ten questions. Its own score adds them up, with the last four of the section before; whoever comes
/// to its limit ends there. A score over every third question of the whole interview decides at the end.
struct ScoredInterview {
  let sections: Int
  private(set) var text = ""

  static let perSection = 10

  init(questions: Int) {
    sections = questions / Self.perSection
    addTop()
    text += "\nquestions:\n"
    for section in 0..<sections { addQuestions(of: section) }
    text += "\nscores:\n"
    for section in 0..<sections { addScore(of: section) }
    addWholeScore()
    text += "\nsections:\n"
    for section in 0..<sections { addSection(section) }
    addOutcomes()
    addGuarantees()
  }

  private func name(_ section: Int, _ place: Int) -> String { "q-\(section)-\(place)" }

  private mutating func addTop() {
    text += """
      backtalk: 1
      id: workshop
      title: What a workshop of \(sections) benches needs
      version: 1.0.0
      language: en
      levels: [someday, this-week, today]
      start: bench-0
      stuck: ask-somebody
      """ + "\n"
  }

  private mutating func addQuestions(of section: Int) {
    for place in 0..<Self.perSection {
      let name = name(section, place)
      switch place % 3 {
      case 0:
        text += "  \(name):\n    ask: Is this so?\n    type: yes-no\n    unsure: yes\n"
      case 1:
        text += "  \(name):\n    ask: How many?\n    type: number\n    range: 0 to 4\n    unsure: 0\n"
      default:
        text += """
            \(name):
              ask: How much?
              type: choice
              choices:
                little: {label: A little of it, value: 0}
                some: {label: Some of it, value: 1}
                much: {label: Much of it, value: 3}
          """ + "\n"
      }
    }
  }

  private func item(_ section: Int, _ place: Int) -> String {
    let name = name(section, place)
    return place % 3 == 0 ? "    - if: \(name) is yes\n      points: 2\n" : "    - add: \(name)\n"
  }

  private mutating func addScore(of section: Int) {
    text += "  load-\(section):\n"
    for place in 0..<Self.perSection { text += item(section, place) }
    guard section > 0 else { return }
    for place in Self.perSection - 4..<Self.perSection { text += item(section - 1, place) }
  }

  private mutating func addWholeScore() {
    text += "  whole:\n"
    for section in 0..<sections {
      for place in stride(from: section % 3, to: Self.perSection, by: 3) { text += item(section, place) }
    }
  }

  private mutating func addSection(_ section: Int) {
    text += "  bench-\(section):\n"
    for place in 0..<Self.perSection { text += "    - ask: \(name(section, place))\n" }
    text += "    - decide:\n        - if: load-\(section) >= 24\n          end: mend-today\n"
    if section + 1 < sections {
      text += "        - go: bench-\(section + 1)\n"
    } else {
      text += "        - if: whole >= \(sections * 3)\n          end: mend-soon\n        - end: all-well\n"
    }
  }

  private mutating func addOutcomes() {
    let all = [
      ("mend-today", "today"), ("mend-soon", "this-week"), ("all-well", "someday"), ("ask-somebody", "someday"),
    ]
    text += "\noutcomes:\n"
    for (name, level) in all {
      text += "  \(name):\n    level: \(level)\n    title: What to do\n    say: This is what to do.\n"
    }
  }

  /// Half of them true.
  private mutating func addGuarantees() {
    let (middle, last) = (sections / 2, sections - 1)
    let claims = [
      ("A loaded bench is mended today", "load-\(middle) >= 24", "level is today"),
      ("A bench that is nearly loaded is mended today", "load-\(middle) >= 23", "level is today"),
      ("Much in all is never left", "whole >= \(sections * 3)", "level >= this-week"),
      ("Nearly much in all is never left", "whole >= \(sections * 3 - 1)", "level >= this-week"),
      ("Nothing on the last bench is not for today by it", "load-\(last) <= 3 and load-0 >= 24", "level is today"),
      ("Nothing on the last bench is never for today", "load-\(last) <= 3", "level <= this-week"),
      ("Two loaded benches are mended today", "load-0 >= 24 and load-\(middle) >= 24", "level is today"),
      ("Nobody ends well with half of it", "whole >= \(sections * 2)", "level >= this-week"),
      ("Who ends well has not much in all", "level is someday", "whole < \(sections * 3)"),
      ("Who ends well has little in all", "level is someday", "whole < \(sections * 2)"),
    ]
    text += "\nguarantees:\n"
    for (name, condition, claim) in claims {
      text += "  - name: \(name)\n    if: \(condition)\n    then: \(claim)\n"
    }
  }
}
