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
