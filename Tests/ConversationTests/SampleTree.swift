import Conversation
import Triage
import Understanding
import Validation

/// A tree about a storm, small enough to keep in mind, with every kind of question.
enum SampleTree {
  static let storm = QuestionID(0)
  static let since = QuestionID(1)
  static let place = QuestionID(2)
  static let leaking = QuestionID(3)
  static let tools = QuestionID(4)
  static let wind = QuestionID(5)

  static func make(_ change: (inout Grammar) -> Void = { _ in }) -> Tree {
    var grammar = grammar
    change(&grammar)
    do throws(Tree.Problems) {
      return try Tree(grammar)
    } catch {
      fatalError("\(error.all)")
    }
  }

  private static var grammar: Grammar {
    var grammar = Grammar(
      id: "storm", title: "After the storm", version: "1", language: "en",
      levels: [Level(name: "calm"), Level(name: "soon"), Level(name: "now")], start: SectionID(0), stuck: OutcomeID(3))
    grammar.about.emergencyNumber = "112"
    grammar.questions = questions
    grammar.facts = [
      Fact(
        name: "long", condition: .question(leaking, .compares(.atLeast, weeks(4)), .none), means: "It leaks for long."),
      Fact(name: "windy", condition: .question(wind, .compares(.atLeast, number(7)), .none), means: "It is windy."),
    ]
    grammar.alarms = [alarm]
    grammar.sections = [Section(name: "start", steps: steps)]
    grammar.stretches = [stretch("sweep", avoiding: []), stretch("climb", avoiding: [.fact(FactID(1), .none)])]
    grammar.outcomes = outcomes
    grammar.providers = [roofer]
    grammar.sources = [Source(name: "almanac", title: "The almanac")]
    return grammar
  }

  private static var questions: [Question] {
    var storm = Question(name: "storm", kind: .yesNo, ask: "Is lightning close?")
    storm.wording.why = "Lightning does not wait."
    storm.wording.sign = "Lightning close by"
    storm.wording.plainer = "Do you see flashes?"
    storm.unsure = .counts(as: Literal(.yes))
    storm.redFlag = .ranked([[.value(Literal(.no))], [.unsure(.none)], [.value(Literal(.yes))]], .none)
    var since = Question(
      name: "since", kind: .duration(Minutes(0)...Minutes.days(365)), ask: "How long ago did it begin?")
    since.unsure = .counts(as: Literal(.duration(Minutes(0))))
    since.applies = .not(.question(SampleTree.storm, .isOne(of: [Literal(.no)]), .none))
    since.unasked = Literal(.duration(Minutes.days(365)))
    since.redFlag = .falling(.none)
    var place = Question(
      name: "place", kind: .choice([choice("garden", "The garden", "lawn"), choice("roof", "The roof", "tiles")]),
      ask: "Where is the damage?")
    place.wording.plainer = "What is broken?"
    let leaking = Question(
      name: "leaking", kind: .duration(Minutes(0)...Minutes.days(730)), ask: "For how long has it been leaking?")
    var tools = Question(
      name: "tools",
      kind: .choices([
        choice("rake", "A rake", "fork"), choice("saw", "A saw", "blade"), choice("rope", "Rope", "cord"),
      ]),
      ask: "Which tools do you have?")
    tools.unsure = .own(.none)
    var wind = Question(
      name: "wind", kind: .number(NumberRange(Number(0), to: Number(10))), ask: "How strong is the wind?")
    wind.unsure = .own(.none)
    return [storm, since, place, leaking, tools, wind]
  }

  private static func choice(_ name: String, _ label: String, _ hears: String...) -> Choice {
    var choice = Choice(name: name, label: label)
    choice.hears = hears
    return choice
  }

  private static var alarm: Alarm {
    var alarm = Alarm(name: "thunder", hears: ["thunder overhead"], end: OutcomeID(0))
    alarm.asks = [QuestionReference(storm), QuestionReference(since)]
    alarm.condition = .all([
      .not(.question(storm, .isOne(of: [Literal(.no)]), .none)), .question(since, .compares(.atMost, days(14)), .none),
    ])
    return alarm
  }

  private static var steps: [Step] {
    let unsureWind = Condition.question(wind, .isUnsure, .none)
    let long = Branch(
      if: .any([.fact(FactID(0), .none), unsureWind]), to: .outcome(OutcomeID(1)), because: "Water finds its way.")
    return [
      Step(.say("The serious questions come first.")), Step(.ask(storm, then: [])),
      Step(
        .ask(
          since, then: [Branch(if: .question(since, .compares(.atMost, days(14)), .none), to: .outcome(OutcomeID(0)))])),
      Step(.ask(place, then: [])), Step(.ask(leaking, then: [])), Step(.ask(tools, then: [])),
      Step(.ask(wind, then: [])), Step(.decide([long, Branch(to: .outcome(OutcomeID(2)))])),
    ]
  }

  private static var outcomes: [Outcome] {
    var leave = Outcome(name: "leave", level: LevelID(2), title: "Go inside now", say: "Do not wait.")
    leave.sources = [SourceID(0)]
    var roof = Outcome(name: "roofer", level: LevelID(1), title: "Call a roofer", say: "This needs hands.")
    roof.refer = Referral(to: ProviderID(0), within: Minutes.days(14))
    var sweep = Outcome(name: "sweep", level: LevelID(0), title: "Sweep up", say: "You can do this.")
    sweep.stretches = StretchList([.init(.stretch(StretchID(0))), .init(.stretch(StretchID(1)))])
    sweep.review = Minutes.days(14)
    sweep.watchFor = [QuestionReference(storm)]
    sweep.sources = [SourceID(0)]
    return [
      leave, roof, sweep,
      Outcome(name: "talk", level: LevelID(1), title: "Talk to somebody", say: "I could not follow."),
    ]
  }

  private static var roofer: Provider {
    var roofer = Provider(name: "roofer", role: "roofer")
    roofer.phone = "555 0100"
    roofer.hours = "9 to 5"
    return roofer
  }

  private static func stretch(_ name: String, avoiding avoid: [Stretch.Avoid]) -> Stretch {
    var stretch = Stretch(name: name, title: name.prefix(1).uppercased() + name.dropFirst())
    stretch.avoid = avoid
    stretch.card.steps = ["Begin.", "End."]
    stretch.card.dose = Stretch.Dose()
    stretch.card.dose?.hold = 30
    stretch.card.dose?.repeats = 2
    stretch.card.dose?.sides = .each
    stretch.card.dose?.perDay = 1
    stretch.card.stopIf = "It hurts."
    return stretch
  }

  private static func days(_ count: Int64) -> Literal { Literal(.duration(.days(count))) }
  private static func weeks(_ count: Int64) -> Literal { days(7 * count) }
  private static func number(_ number: Int) -> Literal { Literal(.number(Number(number))) }
}

/// A Sunday afternoon.
let now = Moment(year: 2026, month: 11, day: 22, hour: 15)

/// A conversation as it reads: typed lines after "> ", and the rest as said.
struct Transcript {
  var conversation: Conversation
  private(set) var text = ""
  private(set) var requests: [Request] = []

  init(_ tree: Tree = SampleTree.make()) {
    conversation = Conversation(tree)
    _ = conversation.opening(at: now)
  }

  /// A conversation after these lines, of which nothing is kept but where they led.
  init(_ tree: Tree = SampleTree.make(), after lines: String...) {
    self.init(tree)
    for line in lines { _ = conversation.hear(line, at: now) }
  }

  /// The outcome's name, and the cause where it was no decision; nil while something is asked.
  var ending: String? {
    let session = conversation.session
    guard case .ended(let ending) = session.position else { return nil }
    let name = session.tree.grammar.outcomes[ending.outcome].name
    return switch ending.cause {
    case .decision: name
    case .stuck: name + ", stuck"
    case .alarm: name + ", alarm"
    }
  }

  mutating func type(_ lines: String...) -> String {
    text = ""
    for line in lines {
      text += "> \(line)\n"
      let reply = conversation.hear(line, at: now)
      text += reply.says.map { $0.text + "\n" }.joined()
      requests += reply.requests
    }
    return text.trimmingNewline
  }
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
