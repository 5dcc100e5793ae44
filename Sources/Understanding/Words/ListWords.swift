/// How people pick from a list in English.
enum ListWords {
  /// Nothing that tells one choice from another.
  static let filler = PhraseTable(
    """
    i, im, i am, id, its, it, is, it is, thats, that, this, the, a, an, my, your, in, at, on, of, to, just, mostly,
    mainly, more, really, um, er, well, please, say, think, i think, would, feel, feels, about, probably, maybe,
    perhaps, kind of, sort of, one, ones, option, answer, choice, number, definitely, yes, yeah, around, round, some,
    all, across, both
    """
  )

  /// Before a number in the list.
  static let numberSign = PhraseTable("number, no, nr, option, choice, answer, the")

  static let nothing = PhraseTable(
    """
    none, none of these, none of them, none of those, none of the above, nothing, no, nope, neither, not any, zero,
    nil, none at all, not at all, nothing like that, no none
    """
  )

  static let everything = PhraseTable(
    "all, all of them, all of these, all of those, all of the above, everything, every one, the lot, all the above"
  )

  static let both = PhraseTable("both, both of them, both of these")

  static let between = PhraseTable("and, also, plus, as well as, as well, or, then, with, n")

  /// Before a choice, it takes it away; anywhere else it leaves in doubt what was meant.
  static let denying = PhraseTable(
    "not, no, never, isnt, arent, wasnt, dont, doesnt, didnt, havent, hasnt, without, neither, nor, cant, but, except"
  )
}
