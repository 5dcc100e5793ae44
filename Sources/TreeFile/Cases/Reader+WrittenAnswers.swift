import Triage

/// Answers that were written one by one. Each of their halves is read as a file of its own, so that nothing in one can
/// add another.
extension Reader {
  mutating func replies(_ answers: [WrittenAnswer], limits: Limits) -> [QuestionID: Case.Reply] {
    // Where nothing is known of the tree's questions, that is what is told.
    guard !questions.isEmpty || diagnostics.isEmpty else { return [:] }
    var replies: [QuestionID: Case.Reply] = [:]
    var places: [QuestionID: Span] = [:]
    for answer in answers {
      guard let key = compose(answer.question, of: answer, limits), let question = question(key) else { continue }
      if let first = places[question] {
        let mistake = Mistake.repeatedKey(answer.question)
        diagnostics.append(Diagnostic(mistake, at: document.nodes[key].span).labelled(.firstDefined, first))
        continue
      }
      places[question] = document.nodes[key].span
      if let value = compose(answer.value, of: answer, limits) { replies[question] = reply(value, to: question) }
    }
    return replies
  }

  /// Half of an answer as a node; nil where it was refused.
  private mutating func compose(_ text: String, of answer: WrittenAnswer, _ limits: Limits) -> NodeID? {
    let file = document.sources.add(Array(text.utf8), named: answer.name)
    let mistakes = diagnostics.count
    let node = Composer.compose(&document, file: file, limits: limits, diagnostics: &diagnostics)
    guard let node, diagnostics.count == mistakes else { return nil }
    let rest = document.nodes[node].span.range.upperBound..<document.sources.files[file].range.upperBound
    guard document.sources.bytes[rest].allSatisfy({ $0 <= UInt8(ascii: " ") }) else {
      // What YAML takes for a comment would be dropped in silence.
      refuse(.leftOver(document.sources.text(rest)), at: Span(rest))
      return nil
    }
    return node
  }
}
