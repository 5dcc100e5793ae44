import Triage

/// What a search looks for: a patient, or two who differ, whose sessions do something.
struct Goal {
  /// Over the patient's own answers, asked or not: it has to hold.
  var premise: Diagrams.Ref
  /// Once this question has been asked the goal is out of reach.
  var without: QuestionID?
  /// Answers that everybody gives.
  var given: [Int: Slot] = [:]
  /// Questions that are two to the tree and one to the patient.
  var twins = Twins()
  /// By question of which not every answer counts: those that do.
  var accepted: [Int: CommonAnswers.Accepted] = [:]
  /// By question of which "not sure" is something else for the first patient and for the second: what it is; nil where it is
  /// no answer for both.
  var unsure: [Int: Pair?] = [:]
  var target: Target
  /// By outcome: whether a session that has come to the target may end there. Without it, it may end anywhere.
  var afterwards: [Bool]?
  /// What else is decided where a session ends, and which outcome it decides.
  var closings: [Closing] = []

  enum Target {
    /// To end in an outcome of some kind; by outcome.
    case end([End])
    /// To be asked one of these.
    case question(Set<QuestionID>)
    /// To be asked one question more than this, or to end before where that counts too.
    case questions(Int, orEnd: Bool)
    /// Two sessions, of patients who differ in their answers to some questions, that end apart.
    case apart(Parting, by: [Int: Difference])
    /// To take a passage.
    case passage(Approach)
    /// Nothing: every state is visited.
    case everything
  }

  /// The course that everybody, or two as long as they are the same, have to take.
  func course(of model: Model) -> Course {
    let (stops, next) = (model.stops, model.next(given: premise))
    let isClosed: (Int) -> Bool = { stop in stops.asks(stop) { $0 == without } }
    return switch target {
    case .end(let wanted):
      Course(model, next, isTarget: { stop in stops.ends(stop) { wanted[$0.position] != .no } }, isClosed: isClosed)
    case .question(let questions):
      Course(model, next, isTarget: { stop in stops.asks(stop) { questions.contains($0) } }, isClosed: isClosed)
    case .questions(_, let orEnd):
      Course(
        model, next, isTarget: { stop in orEnd && stops.ends(stop) { afterwards?[$0.position] ?? true } },
        isClosed: isClosed)
    case .passage(let approach): Course(model, next, isTarget: { approach.isStart[$0] })
    case .everything: Course(model, next, isTarget: { _ in true })
    case .apart(_, let differences):
      Course(model, next, isTarget: { stop in stops.asks(stop) { differences[$0.position] != nil } })
    }
  }

  /// Whether what decides at a stop can matter to the target.
  func matters(_ stop: Int, on course: Course) -> Bool {
    if case .questions = target { true } else { course.leadsThere[stop] }
  }

  /// The course from the target on.
  func lastCourse(of model: Model) -> Course? {
    afterwards.map { wanted in
      Course(model, model.next(given: premise), isTarget: { model.stops.ends($0) { wanted[$0.position] } })
    }
  }

  var parting: Parting? { if case .apart(let parting, _) = target { parting } else { nil } }

  enum End: Equatable {
    case no, yes
    /// As the offer for this patient is.
    case judged(Judgement)
  }

  enum Judgement: Equatable {
    case offersAny([StretchID])
    case offersSomething
    case offersNothing
  }

  struct Closing {
    var diagram: Diagrams.Ref
    var outcome: OutcomeID
    /// Whether the goal is out of reach once the diagram has come to `never`.
    var mustHold: Bool
    /// Whether the goal is out of reach once the diagram has come to `always`.
    var mustFail: Bool
  }

  /// How the answers of two patients to one question differ.
  enum Difference {
    /// The second patient's answer is more worrying.
    case moreWorrying
    /// The first patient's answer is definite, and the second is not sure.
    case unsure
    /// Any answers, the same too.
    case any
  }

  /// Answers to one question by two patients.
  struct Pair: Hashable {
    var first: Slot
    var second: Slot
  }
}

extension Goal.Judgement {
  func holds(for offer: Offer) -> Bool {
    switch self {
    case .offersAny(let stretches): stretches.contains { offer.stretches.contains($0) }
    case .offersSomething: !offer.stretches.isEmpty
    case .offersNothing: offer.stretches.isEmpty
    }
  }
}

/// Pairs of questions of which the first patient is asked the one and the second the other, with the same answer.
struct Twins {
  private var seconds: [Int: Int] = [:]
  private var firsts: [Int: Int] = [:]

  init(_ pairs: [Int: Int] = [:]) {
    seconds = pairs
    for (first, second) in pairs { firsts[second] = first }
  }

  func first(of question: Int) -> Int { firsts.isEmpty ? question : firsts[question] ?? question }
  func second(of question: Int) -> Int { seconds.isEmpty ? question : seconds[question] ?? question }
}

/// What a search came to.
enum SearchResult {
  case nobody
  case somebody(Found)
  /// The budget was used up.
  case unknown
}

/// Somebody whose session does what was looked for.
struct Found {
  /// The answers given, in the order of the questions.
  var conversation: [Given]
  /// Answers to questions that were not asked, as far as they matter.
  var besides: [Given]
  /// The stops of both sessions; the second is missing where there is one patient.
  var ends: (Int, Int?)
  /// Whether the conversation goes to the end of both sessions, and not only as far as that is sure.
  var isToTheEnd = true

  /// Notes that a second patient gives another answer to a question.
  mutating func note(_ question: QuestionID, _ pair: Goal.Pair) {
    if let place = conversation.firstIndex(where: { $0.question == question }) {
      (conversation[place].answer, conversation[place].other) = (pair.first, pair.second)
    } else {
      besides.append(Given(question: question, answer: pair.first, other: pair.second))
    }
  }

  struct Given {
    var question: QuestionID
    var answer: Slot
    /// What the second patient says, where that is something else.
    var other: Slot?
  }
}
