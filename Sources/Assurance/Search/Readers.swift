import Triage

/// What is still to be read on the way to a goal: by number, everything in which a state can differ from another.
struct Readers {
  /// By reader: the diagram of what it decides, before anything is known.
  private(set) var diagrams: [Diagrams.Ref] = []
  /// By question: the readers that read its answer.
  private(set) var readers: [[Int32]]
  /// By question: every test that a reader, or the premise, makes of it.
  private(set) var tests: [[AnswerTest]]
  /// By question: the stops that ask it.
  private(set) var asking: [[Int32]]
  let stopCount: Int
  let questionCount: Int
  private let closingStops: [Int]
  private let paths: Paths

  init(_ model: Model, _ paths: Paths, _ goal: Goal, isOnTheWay: (Int) -> Bool) {
    self.paths = paths
    stopCount = model.stops.all.count
    questionCount = model.grammar.questions.count
    readers = Array(repeating: [], count: questionCount)
    tests = Array(repeating: [], count: questionCount)
    asking = Array(repeating: [], count: questionCount)
    diagrams = Array(repeating: model.diagrams.never, count: stopCount + 2 * questionCount)
    closingStops = goal.closings.map { model.stops.number(endingIn: $0.outcome) }
    for (stop, place) in model.stops.all.enumerated() where paths.rank[stop] >= 0 {
      guard case .ask(let question) = place.kind else { continue }
      asking[question.position].append(Int32(stop))
      diagrams[stop] = model.onward[stop]
      if isOnTheWay(stop) { add(Int32(stop), model.onward[stop], model.diagrams) }
    }
    for closing in goal.closings {
      diagrams.append(closing.diagram)
      add(Int32(diagrams.count - 1), closing.diagram, model.diagrams)
    }
    add(nil, goal.premise, model.diagrams)
  }

  private mutating func add(_ reader: Int32?, _ diagram: Diagrams.Ref, _ known: Diagrams) {
    for number in known.tests(in: diagram) {
      let test = known.tests[Int(number)]
      let question = Int(test.question)
      if !tests[question].contains(test) { tests[question].append(test) }
      if let reader, readers[question].last != reader { readers[question].append(reader) }
    }
  }

  // MARK: Kinds of readers

  /// That a question was asked: where it comes up again it is passed over.
  func wasAsked(_ question: Int) -> Int32 { Int32(stopCount + question) }

  /// What a patient has answered in one session and still has to answer in the other.
  func waiting(_ question: Int) -> Int32 { Int32(stopCount + questionCount + question) }

  /// The closing that a reader is, by its number.
  func closing(_ reader: Int32) -> Int? {
    Int(reader) >= stopCount + 2 * questionCount ? Int(reader) - stopCount - 2 * questionCount : nil
  }

  func isStop(_ reader: Int32) -> Bool { Int(reader) < stopCount }

  /// The question of whose answer a reader says that it waits.
  func waitingQuestion(_ reader: Int32) -> Int? {
    let question = Int(reader) - stopCount - questionCount
    return question >= 0 && question < questionCount ? question : nil
  }

  /// Where a closing is read.
  func stop(ofClosing closing: Int) -> Int { closingStops[closing] }

  // MARK: What is still read

  /// Whether a reader is still read by somebody who stands at a stop.
  func isRead(_ reader: Int32, from stop: Int) -> Bool {
    if isStop(reader) { return paths.leads(from: stop, to: Int(reader)) }
    if let closing = closing(reader) { return paths.leads(from: stop, to: closingStops[closing]) }
    return mayAsk(waitingQuestion(reader) ?? Int(reader) - stopCount, from: stop)
  }

  /// Whether a question can still come up.
  func mayAsk(_ question: Int, from stop: Int) -> Bool {
    asking[question].contains { paths.leads(from: stop, to: Int($0)) }
  }

  /// Whether a question's answer is still read.
  func isAnswerRead(_ question: Int, from stop: Int) -> Bool {
    readers[question].contains { isRead($0, from: stop) } || mayAsk(question, from: stop)
  }
}
