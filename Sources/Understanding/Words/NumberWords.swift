/// Numbers in English words.
enum NumberWords {
  /// Below twenty, and the tens.
  static let values: [String: Int] = [
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// What multiplies the number before it.
  static let scales: [String: Int] = ["hundred": 100, "thousand": 1_000]

  /// Numbers that are no more than a habit of speech; they are echoed as "about".
  static let loose = PhraseTable<Int>([
    (2, "a couple of, couple of, a couple, couple"), (3, "a few, few, some"), (5, "several, a handful of"),
    (12, "a dozen, dozen"),
  ])

  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
  ]

  static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]

  /// Nothing, where how much was asked.
  static let none = PhraseTable(
    "none, nothing, none at all, not at all, no time, no time at all, not any, nil, not one")

  /// Around the number after or before them.
  static let approximate = PhraseTable(
    """
    about, abt, around, roughly, approx, approximately, maybe, perhaps, probably, or so, ish, circa, say, thereabouts,
    give or take, near enough
    """
  )

  /// Whether a line says nothing of what was asked. "At all" is harmless beside other words and part of "not at all".
  static func isNone(_ line: Line) -> Bool {
    none.contains(line.words) || none.contains(line.words.withoutHarmless)
  }

  enum Bound: Sendable { case near, above, atLeast, below, atMost }

  /// Right before a number, it may be anything on that side.
  static let bounds = PhraseTable<Bound>([
    (.near, "nearly, almost, close to, getting on for, coming up to, just under, just over"),
    (.above, "more than, over, longer than, greater than, older than, above, bigger than, upwards of"),
    (.atLeast, "at least, no less than, not less than, minimum"),
    (.below, "less than, under, fewer than, below, shorter than, younger than, not even, not quite"),
    (.atMost, "at most, up to, no more than, not more than, maximum"),
  ])

  /// Right after a number, it may be anything on that side.
  static let boundsAfter = PhraseTable<Bound>([
    (.atLeast, "or more, or longer, or over, or older, and more, and over, and up, upwards, plus, at least, minimum"),
    (.atMost, "or less, or fewer, or under, or shorter, or younger, at most, maximum, max, tops"),
  ])

  /// Replies to the question on which side of a number it is.
  static let sides = PhraseTable<Side>([
    (
      .lower,
      "less, less than that, shorter, fewer, under, below, lower, smaller, the first, first, the former, younger"
    ),
    (
      .upper,
      "more, more than that, longer, over, above, higher, bigger, the second, second, the latter, or more, older"
    ),
  ])

  /// A line with one of these beside a number says something else than the number.
  static let turning = PhraseTable("not, no, never, isnt, wasnt, but, except, until, till, unless, if, minus")
}
