/// The text of a tree of any size: an interview about a garden, of sections with ten steps each.
///
/// A section says what it is about, asks seven questions of its own, one of them only where it applies, and decides;
/// then it goes on to the next section, or past it, or ends. The same size gives the same text.
struct GeneratedTree {
  let sections: Int
  private(set) var text = ""

  static let stepsInSection = 10

  init(steps: Int) {
    sections = steps / Self.stepsInSection
    addTop()
    text += "\nquestions:\n"
    for section in 0..<sections { addQuestions(of: section) }
    text += "\nfacts:\n"
    for section in 0..<sections { addFacts(of: section) }
    text += "\nsections:\n"
    for section in 0..<sections { addSection(section) }
    text += "\noutcomes:\n"
    for section in 0..<sections { addOutcome(of: section) }
    addLastOutcomes()
  }

  private mutating func addTop() {
    text += """
      backtalk: 1
      id: garden
      title: What a garden of \(sections) beds needs
      version: 1.0.0
      language: en
      levels: [someday, this-month, this-week, today]
      start: bed-0
      stuck: ask-a-neighbour

      """
  }

  private mutating func addQuestions(of bed: Int) {
    text += """
        dry-\(bed):
          ask: Is the soil of bed \(bed) dry a finger's length below the top?
          plainer: Push a finger into bed \(bed). Does it come out clean?
          why: Roots drink from there, whatever the top looks like.
          type: yes-no
          unsure: yes
          red_flag: [no, unsure, yes]
        leaves-\(bed):
          ask: Which of these do you see on the leaves?
          type: choices
          choices:
            holes: Holes
            spots: {label: Brown spots, hears: [rust, brown dots]}
            curled: Curled edges
          unsure: ask again
        since-\(bed):
          ask: For how long have the leaves looked like that?
          type: duration
          range: 0 days to 1 year
          unsure: 0 days
          unasked: 0 days
          applies: leaves-\(bed) has any of [holes, spots]
        plant-\(bed):
          ask: What grows there?
          type: choice
          choices:
            beans: {label: Beans, value: 2}
            roses:
              label: Roses
              value: 1
              hears: [rose bush, climbers]
            grass: {label: Nothing but grass, value: 0}
        height-\(bed):
          ask: How high does it stand, in tenths of a metre?
          type: number
          range: 0 to 40
          unsure: own
        sun-\(bed):
          ask: How many hours of sun does the bed get on a bright day in June?
          sign: Less than four hours of sun
          type: number
          range: 0 to 16
          step: 0.5
        fed-\(bed):
          ask: When did you last feed bed \(bed)?
          type: duration
          range: 0 days to 10 years
          unsure: 1 year
          unsure_because: A second feed does no harm.

      """
  }

  private mutating func addFacts(of bed: Int) {
    text += """
        eaten-\(bed):
          when: leaves-\(bed) has any of [holes, spots] and since-\(bed) >= 3 days
          means: Something has been eating there for days.
        hungry-\(bed): fed-\(bed) > 6 weeks or (plant-\(bed) is roses and fed-\(bed) between 2 weeks and 6 weeks)

      """
  }

  private mutating func addSection(_ bed: Int) {
    let next = bed + 1 < sections ? "go: bed-\(bed + 1)" : "end: all-well"
    let afterNext = bed + 2 < sections ? "go: bed-\(bed + 2)" : "end: all-well"
    text += """
        bed-\(bed):
          - say: Now have a look at bed number \(bed).
          - ask: dry-\(bed)
            then:
              - if: dry-\(bed) is yes
                end: tend-\(bed)
                because: Dry that deep, it cannot wait.
          - ask: leaves-\(bed)
          - ask: since-\(bed)
          - ask: plant-\(bed)
          - ask: height-\(bed)
            if: plant-\(bed) is one of [beans, roses]
          - ask: sun-\(bed)
            then:
              - if: sun-\(bed) < 4 and not plant-\(bed) is grass
                \(next)
          - ask: fed-\(bed)
          - say: That is all about this bed.
          - decide:
              - if: eaten-\(bed) and hungry-\(bed)
                end: tend-\(bed)
              - if: at least 2 of [eaten-\(bed), hungry-\(bed), sun-\(bed) > 10, plant-\(bed) is beans]
                \(afterNext)
              - \(next)

      """
  }

  private mutating func addOutcome(of bed: Int) {
    text += """
        tend-\(bed):
          level: \(["someday", "this-month", "this-week", "today"][bed % 4])
          title: See to bed \(bed)
          say: >
            Water it in the evening, slowly, until it no longer runs off.
            Then look at it again in the morning, from below as well.
          review: 2 weeks

      """
  }

  private mutating func addLastOutcomes() {
    text += """
        all-well:
          level: someday
          title: All is well
          say: Sit down and enjoy it.
        ask-a-neighbour:
          level: this-month
          title: Ask a neighbour
          say: I could not follow. Somebody who can see the beds will.

      """
  }
}
