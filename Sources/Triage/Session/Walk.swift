/// One walk through a lowered tree: the answers entered so far and where it stands.
///
/// Together with ``Workings`` this is the only place that gives a program its meaning. Walking allocates nothing.
public struct Walk: Sendable {
  let program: Program
  package var slots: [Slot]
  private var place: Place
  private var workings: Workings

  private struct Place {
    var position: Int
    /// The questions entered, in order; room for all, so that entering one allocates nothing.
    var entered: [Int32]
    var count = 0
  }

  /// Where a walk has come to.
  public enum Stop: Equatable, Sendable {
    /// It needs this question's answer.
    case asking(QuestionID)
    case ended(OutcomeID)
  }

  public init(_ tree: Tree) {
    program = tree.program
    slots = program.unasked
    place = Place(position: program.start, entered: Array(repeating: 0, count: slots.count))
    workings = Workings(program)
  }

  /// Walks from the start with a patient's answers: to an outcome, or to a question that the patient has not answered.
  public mutating func run(_ patient: Patient) -> Stop {
    var nobody = NoWatcher()
    return run(patient.slots, fromStart: true, watcher: &nobody)
  }

  /// Walks on from an instruction of the program with whatever the slots hold.
  ///
  /// - Returns: the instruction where it comes to a stop: the `ask` of a question that was not asked, or an `end`.
  package mutating func walkOn(from position: Int) -> Int {
    var nobody = NoWatcher()
    return walkOn(from: position, watcher: &nobody)
  }

  package mutating func walkOn<Watcher: WalkWatcher>(from position: Int, watcher: inout Watcher) -> Int {
    (place.position, place.count) = (position, 0)
    workings.forget()
    _ = run(program.unasked, fromStart: false, watcher: &watcher)
    return place.position
  }

  /// Walks on until an answer is needed that `waiting` does not have, or to an outcome.
  ///
  /// - Parameters:
  ///   - waiting: for each question, the answer to enter when it is reached; blank where there is none.
  ///   - fromStart: whether what was entered before is forgotten first.
  mutating func run<Watcher: WalkWatcher>(_ waiting: [Slot], fromStart: Bool, watcher: inout Watcher) -> Stop {
    Self.run(program, from: &place, fromStart, &slots, waiting, &workings, &watcher)
  }

  private static func run<Watcher: WalkWatcher>(
    _ program: borrowing Program, from place: inout Place, _ fromStart: Bool, _ slots: inout [Slot],
    _ waiting: borrowing [Slot], _ workings: inout Workings, _ watcher: inout Watcher
  ) -> Stop {
    let (code, waiting) = (program.code.span, waiting.span)
    var slots = slots.mutableSpan
    var (position, count) = (place.position, place.count)
    defer { (place.position, place.count) = (position, count) }
    var entered = place.entered.mutableSpan
    if fromStart {
      for index in 0..<count { slots[Int(entered[index])] = program.unasked[Int(entered[index])] }
      (position, count) = (program.start, 0)
      workings.forget()
    }
    while true {
      let instruction = code[position]
      let subject = Int(instruction.subject)
      let holds: Bool
      switch instruction.operation {
      case .ask:
        if !slots[subject].isAsked {
          guard waiting[subject].isAsked else { return .asking(QuestionID(subject)) }
          slots[subject] = waiting[subject]
          entered[count] = instruction.subject
          count += 1
          workings.forget()
          watcher.entered(QuestionID(subject), at: position)
        }
        position += 1
        continue
      case .say:
        watcher.said(at: position)
        position += 1
        continue
      case .end:
        return .ended(OutcomeID(subject))
      case .jump: holds = true
      case .inRange: holds = instruction.hasInRange(slots[subject].value)
      default: holds = workings.test(instruction, slots.span, program)
      }
      let goes = holds == instruction.sense
      watcher.tested(at: position, holds: holds, goes: goes)
      position = goes ? Int(instruction.target) : position + 1
    }
  }

  /// Whether a unit holds for the answers entered.
  func holds(unit: Int32) -> Bool { holds(unit: unit, supposing: slots) }

  /// Whether a unit would hold for other answers than those entered.
  package func holds(unit: Int32, supposing slots: [Slot]) -> Bool {
    var workings = Workings(program)
    return workings.holds(unit: unit, slots.span, program)
  }
}

/// Whoever looks on while a walk runs.
package protocol WalkWatcher {
  mutating func entered(_ question: QuestionID, at position: Int)
  mutating func said(at position: Int)
  mutating func tested(at position: Int, holds: Bool, goes: Bool)
}
