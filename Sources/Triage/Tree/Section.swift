/// A list of steps, run in order.
public struct Section: Equatable, Sendable {
  public var name: String
  public var part: PartID
  public var steps: [Step]

  public init(name: String, part: PartID = .none, steps: [Step]) {
    self.name = name
    self.part = part
    self.steps = steps
  }
}

public struct Step: Equatable, Sendable {
  public var action: Action
  /// The whole step runs only where this holds.
  public var condition: Condition?
  public var part: PartID

  public init(_ action: Action, if condition: Condition? = nil, part: PartID = .none) {
    self.action = action
    self.condition = condition
    self.part = part
  }

  public enum Action: Equatable, Sendable {
    case say(String)
    /// Asks, unless it was answered or does not apply; then takes the first branch that holds, or goes on.
    case ask(QuestionID, then: [Branch])
    /// Takes the first branch that holds. The last has no condition.
    case decide([Branch])
    case go(SectionID)
  }
}

public struct Branch: Equatable, Sendable {
  public var condition: Condition?
  public var target: Target
  /// A sentence for the patient.
  public var because: String?
  public var part: PartID

  public init(if condition: Condition? = nil, to target: Target, because: String? = nil, part: PartID = .none) {
    self.condition = condition
    self.target = target
    self.because = because
    self.part = part
  }

  public enum Target: Equatable, Sendable {
    case section(SectionID)
    case outcome(OutcomeID)
  }
}
