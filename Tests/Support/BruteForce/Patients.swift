import Triage

/// Every patient of a small tree: one answer to every question, asked or not. A patient is a number from 0.
public struct Patients {
  /// Every answer of every question, "not sure" the last where it is one.
  let answers: [[Answer]]
  let questions: [QuestionID]
  /// How far apart patients are who give one answer to a question and the next.
  private let strides: [Int]
  public let count: Int

  public init(_ grammar: Grammar) {
    answers = grammar.questions.map(\.everyAnswer)
    questions = grammar.questions.ids
    var strides: [Int] = []
    var count = 1
    for answers in answers {
      strides.append(count)
      count *= answers.count
    }
    self.strides = strides
    self.count = count
  }

  public var all: Range<Int> { 0..<count }

  /// Every answer to a question.
  public func answers(to question: QuestionID) -> [Answer] { answers[question] }

  /// Whether "not sure" is an answer to a question.
  public func acceptsUnsure(_ question: QuestionID) -> Bool { answers[question].contains(.unsure) }

  /// The position of the answer among those of the question.
  func place(of patient: Int, at question: QuestionID) -> Int {
    patient / strides[question.position] % answers[question].count
  }

  public func answer(of patient: Int, to question: QuestionID) -> Answer {
    answers[question][place(of: patient, at: question)]
  }

  public func answers(of patient: Int) -> [QuestionID: Answer] {
    Dictionary(uniqueKeysWithValues: questions.map { ($0, answer(of: patient, to: $0)) })
  }

  /// Who gives another answer to this question, and else the same answers.
  func moved(_ patient: Int, to place: Int, at question: QuestionID) -> Int {
    patient + (place - self.place(of: patient, at: question)) * strides[question.position]
  }

  /// Who gives the same answers but perhaps to these questions; the patient among them.
  func alike(_ patient: Int, butFor questions: [QuestionID]) -> [Int] {
    questions.reduce([patient]) { alike, question in
      alike.flatMap { one in answers[question].indices.map { moved(one, to: $0, at: question) } }
    }
  }

  /// Everybody who gives these answers.
  func giving(_ known: [QuestionID: Answer]) -> [Int] {
    var first = 0
    var free: [QuestionID] = []
    for question in questions {
      if let answer = known[question] {
        first = moved(first, to: answers[question].firstIndex(of: answer)!, at: question)
      } else {
        free.append(question)
      }
    }
    return alike(first, butFor: free)
  }
}

extension Array where Element == [Answer] {
  subscript(question: QuestionID) -> [Answer] { self[question.position] }
}

extension Question {
  /// Every answer that the question accepts.
  var everyAnswer: [Answer] { everyValue.map { .value($0) } + (acceptsUnsure ? [.unsure] : []) }

  private var everyValue: [Value] {
    switch kind {
    case .yesNo: [.no, .yes]
    case .choice(let choices): choices.indices.map { .choice($0) }
    case .choices(let choices): (0..<UInt32(1) << UInt32(choices.count)).map { .choices($0) }
    case .number(let range):
      stride(from: range.low.millionths, through: range.high.millionths, by: Int(range.step.millionths)).map {
        .number(Number(millionths: $0))
      }
    case .duration(let range): (range.lowerBound.count...range.upperBound.count).map { .duration(Minutes($0)) }
    }
  }
}
