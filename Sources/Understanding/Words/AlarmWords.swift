/// Words around the phrases of an alarm in English.
enum AlarmWords {
  /// Right before a phrase, it takes it away. A word that only limits what was said before it, like "but", does not.
  static let denying = PhraseTable(
    "no, not, never, isnt, arent, wasnt, werent, dont, doesnt, didnt, havent, hasnt, without, neither, nor")

  /// The first word of a phrase that stands by itself: "I cannot …", "cannot …".
  static let opening = PhraseTable(
    """
    i, im, ive, my, we, he, she, they, his, her, their, cant, cannot, couldnt, wont, dont, doesnt, didnt, havent, hasnt,
    no, not, unable
    """
  )
}
