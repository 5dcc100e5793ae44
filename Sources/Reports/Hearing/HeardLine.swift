import TreeFile
import Triage
import Understanding

/// What was understood of one line, to be shown with what it was understood by.
public struct HeardLine {
  let grammar: Grammar
  let map: SourceMap
  let line: AskedLines.Line
  let heard: Heard

  public init(_ line: AskedLines.Line, _ heard: Heard, _ grammar: Grammar, _ map: SourceMap) {
    (self.grammar, self.map, self.line, self.heard) = (grammar, map, line, heard)
  }

  /// What the line tells of the tree that is not so: denied, past, not the patient's own, and the like. An alarm that is only
  /// asked about is heeded.
  var unheeded: [Mention] {
    heard.mentions.filter { mention in
      switch (mention.stance, mention.entry) {
      case (.affirmed, _), (.hypothetical, .alarm): false
      case (.denied, _), (.past, _), (.another, _), (.hypothetical, _), (.idiom, _): true
      }
    }
  }

  /// Where a phrase of the tree stands.
  func place(of evidence: Evidence, under part: PartID) -> String? {
    evidence.source == .tree ? map.place(of: evidence.entry, under: part) : nil
  }

  /// Where what is evidence for an answer to a question stands: at the question, or at the choice that it names.
  func place(of evidence: Evidence, of question: QuestionID) -> String? {
    let question = grammar.questions[question]
    let choice = question.choices.first { choice in
      choice.label == evidence.entry || choice.name == evidence.entry || choice.hears.contains(evidence.entry)
    }
    return place(of: evidence, under: choice?.part ?? question.part)
  }

  func part(of hearable: Hearable) -> PartID {
    switch hearable {
    case .alarm(let alarm, _): grammar.alarms[alarm].part
    case .choice(let question, let choice, _): grammar.questions[question].choices[choice].part
    case .question(let question, _): grammar.questions[question].part
    }
  }

  func text(_ value: Value, of question: QuestionID) -> String { grammar.text(.value(value), to: question) }

  func text(_ remark: Understanding.Remark) -> String {
    switch remark {
    case .hedged: "hedged"
    case .dismayed: "dismayed"
    case .past: "past"
    case .another: "another"
    case .corrected: "corrected"
    case .intermittent: "intermittent"
    case .conditional: "conditional"
    case .recurrent: "recurrent"
    case .flare: "flare"
    case .worst(let number): "worst \(number.digits)"
    case .above: "above"
    case .below: "below"
    case .sinceAge(let ages):
      "since-age \(ages.lowerBound)" + (ages.count > 1 ? " to \(ages.upperBound)" : "")
    case .declined: "declined"
    }
  }
}

extension Difficulty {
  var words: String {
    switch self {
    case .empty: "nothing was typed"
    case .tooLong: "too long for an answer"
    case .noSense: "nothing in it answers the question"
    case .vague: "not exact enough"
    case .outOfRange: "out of the question's range"
    case .offGrid(let below, let above): "between \(below.digits) and \(above.digits), which the question takes"
    }
  }
}

extension Command {
  /// Its name, and what stands behind it.
  var words: String {
    switch self {
    case .whyNot(let rest): "why not \(rest)"
    case .change(let rest): rest.isEmpty ? "change" : "change \(rest)"
    case .note(let text): "note \(text)"
    case .clarify(let word): "clarify \(word)"
    case .saveRecord(let place): place.isEmpty ? "save record" : "save record \(place)"
    case .help, .why, .options, .repeat, .plainer, .back, .summary, .progress, .person, .identity, .greeting, .decline,
      .skip, .print, .restart, .quit:
      "\(self)"
    }
  }
}
