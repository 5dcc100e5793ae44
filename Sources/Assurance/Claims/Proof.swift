import Triage

/// One thing that has to be true of a tree, and whether it is.
public struct Proof: Sendable {
  public var subject: Subject
  public var verdict: Verdict

  /// What a proof is about.
  public enum Subject: Hashable, Sendable {
    /// A guarantee of the tree, by its position.
    case guarantee(Int)
    /// A more worrying answer to a red flag never gives a lower level.
    case monotone(QuestionID)
    /// Not being sure never gives a lower level than a definite answer.
    case doubt(QuestionID)
    /// Nobody is offered a stretch who was not asked a red flag that applies.
    case askedBeforeOffering(QuestionID)
    /// Everybody who ends here is offered something.
    case keepsStretch(OutcomeID)
    case reachesSection(SectionID)
    case reachesOutcome(OutcomeID)
    /// A branch of the program, by its position.
    case takesBranch(Int)
    case offersStretch(StretchID)
    /// Nobody can be stuck at a question that takes no "not sure" who was not asked every red flag that applies.
    case asksFirst(QuestionID)
  }

  public enum Verdict: Sendable {
    case holds
    /// By this patient, who is worked out unless very many claims are broken.
    case broken(Counterexample?)
    /// Nothing shows that it holds, and there is nobody to show: what should be reached is not.
    case unreached
    /// Somebody comes there who was not asked these red flags, or so many more, though they apply.
    case leavesOut([QuestionID], andMore: Int)
    /// No patient meets the guarantee's `if`.
    case empty
    /// The budget was used up, or the claim is of a kind that is not proven.
    case notProven
  }
}

extension Proof.Subject {
  /// Whether it has to be proven before a patient follows the tree: a breach can harm somebody, and is no mere mistake.
  public var isAboutSafety: Bool {
    switch self {
    case .guarantee, .monotone, .askedBeforeOffering, .keepsStretch: true
    case .doubt, .reachesSection, .reachesOutcome, .takesBranch, .offersStretch, .asksFirst: false
    }
  }
}

/// A patient who breaks a claim, or two who differ.
public struct Counterexample: Sendable {
  /// What the patient is asked and answers, in this order.
  public var conversation: [Event.Given]
  /// Answers to questions that are not asked, as far as the claim depends on them.
  public var besides: [Event.Given]
  /// Heard after all of the conversation; its questions are answered by ``besides``, or have been answered.
  public var alarm: AlarmID?
  public var ending: OutcomeID?
  /// What a second patient answers, and where that one ends.
  public var other: Other?

  public struct Other: Sendable {
    public var conversation: [Event.Given]
    public var ending: OutcomeID?
  }
}
