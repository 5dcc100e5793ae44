/// What people type to steer the chat, in English.
enum CommandWords {
  static let commands = PhraseTable<Command>([
    (.help, "help, commands, what can i say, what can i type, how does this work"),
    (.why, "why, why do you ask, why do you ask that, why are you asking, why is that, why do you want to know"),
    (
      .options,
      """
      options, choices, what are the options, what are the choices
      """
    ),
    (
      .back,
      "back, go back, undo, previous, oops, oops wrong answer, wrong answer, mistake, that was wrong, go back one"
    ),
    (.repeat, "repeat, say that again, say it again, pardon, what was the question"),
    (.plainer, "plainer, what does that mean"),
    (.progress, "how many more questions, how many more"),
    (.person, "person, can i talk to a person"),
    (.identity, "are you a doctor, are you a robot"),
    (.greeting, "hello, hi"),
    (.decline, "i would rather not say"),
    (.skip, "skip, next"),
    (.print, "print"),
    (.summary, "summary, my answers, what did i say, show my answers, review"),
    (.restart, "restart, start again, start over, begin again, start from the beginning, from the top"),
    (.quit, "quit, exit, bye, goodbye, bye bye, good bye, stop, leave, i want to stop"),
  ])

  /// Before the name of the answer to change.
  static let change = PhraseTable("change, change my answer to, change the answer to, edit")
}
