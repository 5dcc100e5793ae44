import Triage

/// What is still to be read on the way to a goal: by number, everything in which a state can differ from another.
final class Readers {
  private let model: Model
  private let paths: Paths
  private let isOnTheWay: (Int) -> Bool
  private let closings: [Goal.Closing]
  private let closingStops: [Int]
  /// By question: the closings that read it.
  private var closingsReading: [Int: [Int32]] = [:]
  /// By question: the place, in the order of the stops, of the last one that reads its answer.
  private var lastReading: [Int32]
  /// By question: tests that only a closing or the premise makes.
  private var furtherTests: [Int: [AnswerTest]] = [:]
  private let stopCount: Int
  private let questionCount: Int

  /// - Parameter isOnTheWay: whether a stop can lie on a way to the goal.
  init(_ model: Model, _ goal: Goal, isOnTheWay: @escaping (Int) -> Bool) {
    (self.model, self.isOnTheWay, closings) = (model, isOnTheWay, goal.closings)
    (paths, lastReading) = (model.paths, model.lastReading)
    stopCount = model.stops.all.count
    questionCount = model.grammar.questions.count
    closingStops = goal.closings.map { model.stops.number(endingIn: $0.outcome) }
    for (number, closing) in goal.closings.enumerated() {
      add(closing.diagram, Int32(stopCount + 2 * questionCount + number))
    }
    add(goal.premise, nil)
  }

  private func add(_ diagram: Diagrams.Ref, _ closing: Int32?) {
    for number in model.diagrams.tests(in: diagram) {
      let test = model.diagrams.tests[Int(number)]
      let question = Int(test.question)
      furtherTests[question, default: []].append(test)
      if let closing, closingsReading[question]?.last != closing {
        closingsReading[question, default: []].append(closing)
        lastReading[question] = .max
      }
    }
  }

  // MARK: Kinds of readers

  /// That a question was asked: where it comes up again it is passed over.
  func wasAsked(_ question: Int) -> Int32 { Int32(stopCount + question) }

  /// What a patient has answered in one session and still has to answer in the other.
  func waiting(_ question: Int) -> Int32 { Int32(stopCount + questionCount + question) }

  func isStop(_ reader: Int32) -> Bool { Int(reader) < stopCount }

  /// The closing that a reader is, by its number.
  func closing(_ reader: Int32) -> Int? {
    Int(reader) >= stopCount + 2 * questionCount ? Int(reader) - stopCount - 2 * questionCount : nil
  }

  /// The question of which a reader says that it was asked, or that its answer waits.
  private func question(_ reader: Int32) -> Int { (Int(reader) - stopCount) % questionCount }

  /// Where a closing is read.
  func stop(ofClosing closing: Int) -> Int { closingStops[closing] }

  // MARK: What reads an answer

  /// What a reader decides, before anything is known.
  func diagram(_ reader: Int32) -> Diagrams.Ref {
    isStop(reader) ? model.onward[Int(reader)] : closings[closing(reader)!].diagram
  }

  /// Calls `visit` with every reader of an answer that matters to the goal.
  func forEach(reading question: Int, _ visit: (Int32) -> Void) {
    for stop in model.reading[question] where isOnTheWay(Int(stop)) { visit(stop) }
    for closing in closingsReading[question] ?? [] { visit(closing) }
  }

  /// Every test made of a question's answer.
  func tests(of question: Int) -> [AnswerTest] { model.tests[question] + (furtherTests[question] ?? []) }

  // MARK: What is still read

  /// Whether a reader is still read by somebody who stands at a stop.
  func isRead(_ reader: Int32, from stop: Int) -> Bool {
    if isStop(reader) { return paths.leads(from: stop, to: Int(reader)) }
    if let closing = closing(reader) { return paths.leads(from: stop, to: closingStops[closing]) }
    return mayAsk(question(reader), from: stop)
  }

  /// Whether what is left of a reader still matters to the goal.
  func matters(_ reader: Int32, from stop: Int) -> Bool {
    (!isStop(reader) || isOnTheWay(Int(reader))) && isRead(reader, from: stop)
  }

  /// Whether a question can still come up.
  func mayAsk(_ question: Int, from stop: Int) -> Bool {
    for asking in model.asking[question] where paths.leads(from: stop, to: Int(asking)) { return true }
    return false
  }

  /// Whether a question's answer may still be read, by whatever way a walk goes on. What stays entered for longer than it
  /// is read does no harm, since no two states are told apart by it; one that is forgotten while it is read, be it off the
  /// way to the goal, would make a walk take ways that nobody takes.
  func mayReadAnswer(_ question: Int, from stop: Int) -> Bool { paths.rank[stop] <= lastReading[question] }
}
