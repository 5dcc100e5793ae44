import Testing

@testable import Lint

@Suite struct SyllableTests {
  /// Words as dictionaries divide them; of two ways to say one, the shorter.
  static let known: [(Int, String)] = [
    (
      1,
      """
      a the eye eyes bone bones breathe breathed knee knees week weeks night weight walked stopped stretched caused
      changed rest these those there whole cough tongue league once one queue walks helped asked used safe safes made
      moved ached dyed your you're don't can't i've they're it's yes years toes does sleep straight through eased fruit
      juice guide build square guard bruise bruised field friend piece please real
      """
    ),
    (
      2,
      """
      doctor people maybe something sometimes somewhere trouble muscle muscles handle table turtle ankle needed rested
      folded wanted lifted added hundred science quiet diet client being doing going seeing saying player layer movement
      basement careful careless safety likely lonely useful homeless fluid ruin poem duel nation patient ancient special
      social vicious cautious region surgeon pigeon million onion senior marriage fatigue technique spasm rhythm isn't
      couldn't wasn't haven't easy stiffness numbness tingling nurses itches washes noises changes boxes business every
      different evening beside decides advice alone bruises outside inside daily changing healthy pressure measure
      someone elsewhere therefore eyelid question language create inflamed tablets symptoms steroid cushion
      """
    ),
    (
      3,
      """
      everything everyone anyone anything somebody another hospital area idea period medical physical condition opinion
      musician physician official efficient religious easier earlier happiest easiest serious obvious previous medium
      video museum poetic reaction creation created creating reliant diagnose continue fluently gradual manual annual
      influence genuine suicide continues element supplement implement agreement excitement politeness carefully
      completely behaviour exercise pregnancy dangerous afternoon recipe mosaic officer vertebrae osmosis numerous
      heroic variance interested arthritis appendix
      """
    ),
    (
      4,
      """
      everybody experience obedient ingredient variety society anxiety reality material sciatica situation graduation
      evaluate dehydration appropriate associate diabetes diabetic aneurysm emergency january february conservative
      historical exercises
      """
    ),
    (
      5,
      """
      university examination immediately refrigerator individual automatically international
      """
    ),
    (6, "physiotherapy physiotherapist responsibility osteoarthritis osteoporosis"),
    (7, "anti-inflammatory"),
  ]

  static let words = known.flatMap { count, text in
    text.split(whereSeparator: \.isWhitespace).map { Example(word: String($0), count: count) }
  }

  struct Example: CustomTestStringConvertible {
    var word: String
    var count: Int

    var testDescription: String { word }
  }

  @Test(arguments: words)
  func `a word has the syllables that people speak`(_ example: Example) {
    #expect(Prose(example.word).syllables == example.count)
  }
}
