import Triage
import Validation

extension Problem.Kind {
  /// What the core found, in words.
  /// - Parameter names: of the parts that it mentions, in its order.
  func words(_ names: [String]) -> Diagnostic.Words {
    let name = "\"\(names.first ?? "")\""
    return questionWords(name, names) ?? conditionWords(name, names) ?? scoreWords(name) ?? endWords(name, names)
      ?? .init(code.rawValue)
  }

  private func questionWords(_ name: String, _ names: [String]) -> Diagnostic.Words? {
    switch self {
    case .emptyRange: .init("this range holds nothing", cure: "write the lower end first")
    case .stepNotPositive: .init("a step must be more than 0", cure: "write a larger step")
    case .rangeOffGrid:
      .init("the upper end is no whole number of steps above the lower one", cure: "change the upper end or the step")
    case .rangeTooLarge: .init("this range holds too many answers", cure: "make it shorter, or the step larger")
    case .noChoices: .init("\(name) has nothing to choose from", cure: "add choices")
    case .tooManyChoices:
      .init("\(name) has more than \(Question.mostChoices) choices", cure: "leave some out, or ask in two questions")
    case .wrongType: .init("this is no answer to \(name)", cure: "write an answer of the question's type")
    case .outOfRange: .init("this is outside the range of \(name)", cure: "write a value within it, or widen the range")
    case .offGrid: .init("this falls between two answers to \(name)", cure: "write one of its steps")
    case .unsureUnstated:
      .init("\(name) is a red flag and does not say what \"not sure\" counts as", cure: "add \"unsure:\"")
    case .unsureAsksAgain:
      .init("\(name) is a red flag: \"not sure\" must count as something", cure: "write one of its answers, or own")
    case .unsureLeastWorrying:
      .init(
        "\"not sure\" may not count as the least worrying answer to a red flag", cure: "write a more worrying answer")
    case .unsureUnranked:
      .init("the order of \(name) does not say where \"not sure\" stands", cure: "add unsure to \"red_flag:\"")
    case .orderWrongForm: .init("this is no order for a question of the type of \(name)", cure: orderCure)
    case .orderLacks:
      .init("the order of \(name) leaves out: \(names.dropFirst().joined(separator: ", "))", cure: "add them")
    case .orderRepeats: .init("the order of \(name) names an answer twice", cure: "keep one of the two")
    default: nil
    }
  }

  private var orderCure: String {
    "a list of answers for yes-no and choice; the worrying ones for choices; rising or falling for number and duration"
  }

  private func conditionWords(_ name: String, _ names: [String]) -> Diagnostic.Words? {
    switch self {
    case .testWrongType:
      .init(
        "\(name) cannot be asked this: it is of type \(names.last ?? "")",
        cure: testCure(names.first ?? "", names.last ?? ""))
    case .betweenBackwards: .init("the first number is larger than the second", cure: "write the smaller one first")
    case .countOutOfRange(let count):
      .init("only \(count) conditions follow", cure: "write a number from 0 to \(count)")
    case .nestedTooDeep(let limit):
      .init("more than \(limit) conditions stand inside one another", cure: "name a part of it under \"facts:\"")
    case .namesTooDeep(let limit):
      .init("this stands on more than \(limit) other names, one on top of the other", cure: "use fewer names in a row")
    case .ownNotNamed:
      .init(
        "\(name) may be \"not sure\", and this does not say what then",
        cure: "add \"\(names.first ?? "") is unsure\", or \"is not unsure\"")
    case .notAskedBefore:
      .init(
        names.count > 1
          ? "\"\(names[1])\" needs an answer to \(name), but not every way to this place has asked it"
          : "\(name) is used here, but not every way to this place has asked it",
        cure: "ask \(name) earlier, or say with \"unasked:\" what it then counts as")
    default: nil
    }
  }

  /// How the answers to a question of some type are tested.
  private func testCure(_ name: String, _ type: String) -> String {
    switch type {
    case Word.number.text: "compare it with a number: \"\(name) >= 3\"; < <= = > and between go with it too"
    case Word.duration.text:
      "compare it with a length of time: \"\(name) >= 3 days\"; < <= = > and between go with it too"
    case Word.choices.text: "write \"\(name) has …\", with one of its choices"
    default: "write \"\(name) is …\", with one of its answers"
    }
  }

  private func scoreWords(_ name: String) -> Diagnostic.Words? {
    switch self {
    case .sumIsNeverUnsure:
      .init("\(name) is a sum, which is always known", cure: "only \"percent of answered\" can be unsure")
    case .scoreNotNumber: .init("a score is a number", cure: "leave the unit out")
    case .addsUnscored: .init("\(name) has no number to add", cure: "add \"value:\" to its choices")
    case .addsPercentage: .init("\(name) is a percentage and cannot be added", cure: "add what it is made of")
    case .scoreTooLarge: .init("\(name) can grow too large", cure: "use smaller points")
    case .scoreInexact: .init("\(name) cannot be worked out exactly", cure: "use fewer digits behind the point")
    case .percentItemBelowZero:
      .init("this item of \(name) can be below 0, or is never above it", cure: "use points above 0")
    default: nil
    }
  }

  private func endWords(_ name: String, _ names: [String]) -> Diagnostic.Words? {
    switch self {
    case .circleOfNames:
      .init(
        "these need one another in a circle: \(names.joined(separator: " → "))", cure: "write one without the others")
    case .circleOfSections:
      .init(
        "these sections lead back to the first: \(names.joined(separator: " → "))", cure: "end one of them elsewhere")
    case .runsOff: .init("\(name) runs off its end", cure: "end it with \"decide:\" or \"go:\"")
    case .mayNotDecide:
      .init("where no condition holds, nothing is decided", cure: "add a last branch without \"if:\"")
    case .programmeInProgramme: .init("\(name) is a programme, and a programme holds none", cure: "list its stretches")
    case .capNotPositive: .init("at most 0 offers nothing", cure: "write 1 or more")
    case .avoidsNoYesNo: .init("\(name) is no yes-no question", cure: "name a fact about it")
    case .alarmBelowHighest:
      .init("an alarm must end at the highest level, \"\(names.last ?? "")\"", cure: "end in an outcome of that level")
    case .alarmUsesUnasked:
      .init("this alarm does not ask \"\(names.last ?? "")\"", cure: "add it to \"asks:\"")
    case .alarmWithoutQuestions: .init("this alarm has a condition and asks nothing", cure: "add \"asks:\"")
    default: nil
    }
  }
}
