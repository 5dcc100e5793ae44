/// How people say yes, no and not sure in English.
enum ReplyWords {
  enum Meaning: Sendable {
    case yes, no
    /// Yes, some of the time.
    case sometimes
    /// No, as far as they can tell.
    case softNo
    /// It may be; an answer to yes or no alone.
    case perhaps
    /// It answers, but could be either.
    case either
  }

  /// Yes and no of somebody else, for who answers on their behalf.
  private static let saidOfAnother = "she does, she has, she is, she did, he does, he has, he is, he did"
  private static let deniedOfAnother = """
    she doesnt, she hasnt, she isnt, she didnt, she does not, she has not, she is not, she did not, he doesnt, he hasnt, \
    he isnt, he didnt, he does not, he has not, he is not, he did not, they do not, they have not, they are not
    """

  /// Whole replies to a question of yes or no.
  static let replies = PhraseTable<Meaning>([
    (
      .yes,
      """
      yes, y, yeah, yea, yeh, ye, ya, yah, yep, yup, yip, aye, yes please, correct, right, true, definitely,
      absolutely, certainly, indeed, affirmative, sure, of course, very much, very much so, a lot, always, all the
      time, constantly, i do, i have, i did, i am, it is, it does, it did, it has, they do, they have, they are,
      \(saidOfAnother), that is right, thats right, thats me, exactly, totally, afraid so, im afraid so, 👍, 👌, ✅, ✔
      """
    ),
    (
      .no,
      """
      no, n, nope, nah, nay, na, no way, not at all, none, none of those, none of these, none of them, none at all,
      never, nothing, nothing like that, nothing of the sort, neither, false, negative, course not, of course not,
      certainly not, definitely not, absolutely not, not me, not one, nowhere, not any, i dont, i havent, i didnt,
      im not, i am not, i do not, i have not, i did not, it isnt, it doesnt, it didnt, it hasnt, they dont, they
      havent, they arent, \(deniedOfAnother), its not, not so far, not yet, 👎, ❌
      """
    ),
    (
      .sometimes,
      """
      sometimes, now and then, now and again, on and off, off and on, at times, occasionally, once in a while, from
      time to time, it comes and goes, comes and goes, only at night, at night, only sometimes, a bit, a little,
      slightly, somewhat, most of the time, mostly, often, usually, only in the morning, in the morning, in the
      mornings
      """
    ),
    (
      .softNo,
      """
      i dont think so, dont think so, not that ive noticed, not that i have noticed, not that i know of, not that i
      know, not as far as i know, not to my knowledge, i think not, probably not, i doubt it, not really, hardly,
      barely, not noticed, none that i know of, shouldnt think so, not that im aware of
      """
    ),
    (
      .perhaps,
      """
      possibly, perhaps, maybe, could be, might be, it could be, it might be, i might, might do, may be, may do,
      kind of, sort of, i suppose, i guess, i guess so, i suppose so, i think so, think so, probably
      """
    ),
    (
      .either,
      """
      ok, okay, used to, i used to, yes and no, yeah no, yeah nah, yes no, no yes, sure but, it depends, depends,
      well, both, either, i can, i cant, i was, not now, not right now, not at the moment
      """
    ),
  ])

  /// Words after which anything may follow: they answer by themselves.
  static let leading = PhraseTable<Bool>("yes, y, yeah, yep, yup, no, n, nope, nah")

  /// Phrases after a no that say it again.
  static let noAgain = PhraseTable(
    """
    no, none, none of those, none of these, none of them, none at all, at all, not at all, nothing, nothing at all,
    nothing like that, nothing of the sort, never, not any, not any of those, not any of these, not any of them, not
    that, \(deniedOfAnother), i dont, i havent, i didnt, i do not, i have not, i did not, im not, i am not, it isnt,
    it doesnt, it didnt
    """
  )

  /// Phrases after a yes that say it again.
  static let yesAgain = PhraseTable(
    """
    yes, i do, i have, i did, i am, it is, it does, it did, it has, \(saidOfAnother), that, those, them, all, all of
    them, all of those, all of these, all of that, definitely, very much, very much so
    """
  )

  /// Nothing that changes an answer before or after it.
  static let harmless = PhraseTable(
    """
    please, thanks, thank you, thank god, thank goodness, thankfully, unfortunately, fortunately, sadly, luckily,
    sorry, im afraid, i am afraid, afraid, honestly, um, umm, er, erm, uh, hmm, oh, ah, so, then, actually, really,
    mate, love, dear, lol, haha, at all, to be honest, tbh, i would say, id say, i say, i must say, i must admit,
    the answer is, my answer is, it, that, one, for sure, for certain, again, too, also, god, sir, madam, miss,
    well, is, of course, definitely, certainly, absolutely, very much
    """
  )

  /// Words that leave an answer as it is, but not as sure or not for as long as it would be without them.
  static let weakening = PhraseTable(
    """
    i think, i believe, i guess, i suppose, i reckon, i hope, at the moment, at present, right now, just now, for
    now, now, today, yet, so far, currently, lately
    """
  )

  /// Words that may turn an answer round.
  static let turning = PhraseTable(
    """
    but, except, although, though, however, only, unless, until, apart, used, was, were, had, if, well, wait, or,
    than, instead, rather, yes, yeah, yep, no, nope, nah, not, never, actually, sometimes, occasionally, last
    """
  )

  /// Not sure, as a whole reply to any question.
  static let notSure = PhraseTable(
    """
    not sure, im not sure, i am not sure, unsure, im unsure, not certain, im not certain, uncertain, no idea, i have
    no idea, ive no idea, not a clue, no clue, havent a clue, i havent a clue, dont know, i dont know, do not know,
    i do not know, dunno, i dunno, dk, idk, dont really know, i dont really know, i really dont know, cant say, i
    cant say, couldnt say, i couldnt say, cant tell, i cant tell, couldnt tell you, hard to say, its hard to say,
    hard to tell, its hard to tell, difficult to say, cant remember, i cant remember, dont remember, i dont
    remember, i forget, forgotten, who knows, god knows, goodness knows, no way of knowing, not too sure, not really
    sure, not so sure, not quite sure, i wouldnt know, i dont understand, dont understand, prefer not to say, i
    prefer not to say, id prefer not to say, rather not say, id rather not say, i would rather not say, none of your
    business, skip, skip it, next, pass, no comment, 🤷, 🤔, not sure about that, not sure really, dont know really
    """
  )
}
