/// Where English spelling says less or more syllables than are spoken.
enum SyllableWords {
  /// Words that follow no rule below.
  static let whole: [String: Int] = [
    "maybe": 2, "area": 3, "areas": 3, "idea": 3, "ideas": 3, "ideal": 3, "business": 2, "wednesday": 2,
    "evening": 2, "evenings": 2, "element": 3, "elements": 3, "recipe": 3, "recipes": 3, "several": 2, "different": 2,
    "differently": 3, "interest": 2, "interested": 3, "interesting": 3, "general": 2, "every": 2, "create": 2,
    "creates": 2, "react": 2, "reacts": 2, "naked": 2, "wicked": 2, "cement": 2, "one": 1, "ones": 1, "once": 1,
    "queue": 1, "queues": 1, "via": 2, "science": 2, "sciences": 2, "scientist": 3, "scientists": 3, "created": 3,
    "wherever": 3, "real": 1, "really": 2,
  ]

  /// Words with an "e" at their end that stays silent when another word is joined to them, longest first.
  static let beginnings: [(String, Int)] = [
    ("house", 1), ("there", 1), ("where", 1), ("every", 2), ("guide", 1), ("frame", 1), ("trade", 1), ("some", 1),
    ("else", 1), ("here", 1), ("home", 1), ("life", 1), ("time", 1), ("safe", 1), ("care", 1), ("more", 1), ("fore", 1),
    ("like", 1), ("base", 1), ("note", 1), ("side", 1), ("wide", 1), ("pipe", 1), ("any", 2), ("eye", 1),
  ]

  /// One syllable more, wherever one of these stands.
  static let more = LetterPattern.list(
    """
    ia io iu ao ii ier$ iers$ iest$ iet ient ienc CyV eo eum$ eing oing uou inear theat creati reacti iesm oem oet aic$ oic$ eoa realit realis realiz
    Nual Nuat Nuar Nuel Nuen Nuid Nuin Nuici sm$ sms$ thm$ thms$ dnt$ snt$ tnt$ betes$
    """)

  /// One syllable fewer, wherever one of these stands.
  static let fewer = LetterPattern.list(
    """
    tion tiou tial tian cion ciou cial cian sion siou sian sia$ shion gion giou xion xiou tient cient cienc tienc
    eon$ eons$ eopl que$ ques$ gue$ gues$ gued$ llion nion nior viour vior riage icall
    """)

  /// Endings of which the "e" is silent.
  static let silent = LetterPattern.list("Ce$ ye$ Ces$ yes$ Ced$ yed$")

  /// Endings of those in which it is spoken all the same.
  static let spoken = LetterPattern.list(
    "Kle$ ses$ xes$ zes$ ches$ shes$ ces$ ges$ Kles$ ted$ ded$ Kled$ Kred$")

  /// Endings before which an "e" is silent.
  static let silentInside = LetterPattern.list(
    """
    Cely$ Ceful$ Cefully$ Celess$ Celessly$ Celessness$ Cement$ Cements$ Ceness$ Cesome$ Cety$
    """)

  static let spokenInside = LetterPattern.list(
    "Klement$ Klements$ Kleness$ Klesome$")
}
