import JSON
import TreeFile
import Triage
import Understanding

/// What was understood of several lines, for programs. `docs/understanding.md` says what each key means.
///
/// - Parameter engine: the version of the program.
public func json(_ lines: [HeardLine], engine: String) -> String {
  JSON.json(HeardDocument(engine: engine, lines: lines.map { HeardDocument.Line($0) }))
}

private struct HeardDocument: Encodable {
  let version = 1
  var engine: String
  var lines: [Line]

  enum CodingKeys: String, CodingKey {
    case version = "backtalk-understand"
    case engine, lines
  }

  struct Line: Encodable {
    var question: String?
    var text: String
    var alarms: [Alarm]
    var command: String?
    var answer: Said?
    var nearest: [String]
    var also: [Also]
    var unheeded: [Unheeded]
    var remarks: [String]

    enum CodingKeys: String, CodingKey {
      case question, text, alarms, command, answer, nearest, also, remarks
      case unheeded = "not-heeded"
    }
  }

  struct Alarm: Encodable {
    var alarm: String
    var isToBeConfirmed: Bool
    var evidence: Source

    enum CodingKeys: String, CodingKey {
      case alarm, evidence
      case isToBeConfirmed = "to-be-confirmed"
    }
  }

  /// One of: an answer, the ends of an interval, several answers of which one may be meant, or a difficulty.
  struct Said: Encodable {
    var answer: String?
    var from: String?
    var to: String?
    var either: [String]?
    var difficulty: String?
    var rule: String?
    var isApproximate: Bool?
    var evidence: [Source]

    enum CodingKeys: String, CodingKey {
      case answer, from, to, either, difficulty, rule, evidence
      case isApproximate = "approximate"
    }
  }

  struct Also: Encodable {
    var question: String
    var answer: Said
  }

  struct Unheeded: Encodable {
    var stance: String
    var evidence: Source
  }

  struct Source: Encodable {
    var words: String
    var entry: String
    var source: String
    var place: String?
  }
}

extension HeardDocument.Line {
  init(_ line: HeardLine) {
    let (grammar, heard) = (line.grammar, line.heard)
    question = line.line.question.map { grammar.questions[$0].name }
    text = line.line.text
    alarms = heard.alarms.map { alarm in
      let place = line.place(of: alarm.evidence, under: grammar.alarms[alarm.alarm].part)
      return HeardDocument.Alarm(
        alarm: grammar.alarms[alarm.alarm].name, isToBeConfirmed: alarm.isHypothetical,
        evidence: HeardDocument.Source(alarm.evidence, place))
    }
    command = heard.command?.words
    answer = line.line.question.map { HeardDocument.Said(heard.answer, heard.evidence, to: $0, line) }
    nearest = line.line.question.map { question in heard.nearest.map { line.text($0, of: question) } } ?? []
    also = heard.volunteered.map { told in
      HeardDocument.Also(
        question: grammar.questions[told.question].name,
        answer: HeardDocument.Said(told.answer, told.evidence, to: told.question, line))
    }
    unheeded = line.unheeded.map { mention in
      let place = line.place(of: mention.evidence, under: line.part(of: mention.entry))
      return HeardDocument.Unheeded(
        stance: mention.stance.rawValue, evidence: HeardDocument.Source(mention.evidence, place))
    }
    remarks = heard.remarks.map(line.text)
  }
}

extension HeardDocument.Said {
  init(_ understood: Understood, _ found: [Evidence], to question: QuestionID, _ line: HeardLine) {
    evidence = found.map { HeardDocument.Source($0, line.place(of: $0, of: question)) }
    switch understood {
    case .answer(let reading):
      answer = line.grammar.text(reading.answer, to: question)
      (rule, isApproximate) = (reading.rule.rawValue, reading.isApproximate)
    case .interval(let interval):
      (from, to) = (line.text(interval.low, of: question), line.text(interval.high, of: question))
      rule = interval.rule.rawValue
    case .ambiguous(let values): either = values.map { line.text($0, of: question) }
    case .unrecognised(let reason): difficulty = reason.words
    }
  }
}

extension HeardDocument.Source {
  init(_ evidence: Evidence, _ place: String?) {
    self.init(words: evidence.words, entry: evidence.entry, source: evidence.source.rawValue, place: place)
  }
}
