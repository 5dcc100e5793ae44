/// What libyaml says when it cannot read on, sorted by what usually brought it about.
struct SyntaxFailure {
  /// What libyaml stumbled over: "did not find expected ',' or '}'".
  var problem: String
  /// What it was reading: "while parsing a flow mapping".
  var context: String?

  /// - Parameters:
  ///   - offset: where it stumbled.
  ///   - start: where what it was reading begins.
  func diagnostic(at offset: Int, context start: Int?, sources: Sources) -> Diagnostic {
    // What breaks a line often shows only in the next.
    let before = sources.lineRange(at: offset).lowerBound - 1
    for place in [start, before, offset].compactMap({ $0 }) where place >= sources.file(at: offset).range.lowerBound {
      if let space = Lookalike.spaceAsSyntax(in: sources.lineRange(at: place), of: sources) {
        return Diagnostic(.lookalike(space.character), at: space.span)
      }
    }
    let diagnostic = Diagnostic(mistake, at: character(at: offset, in: sources))
    guard let start, let context else { return diagnostic }
    return diagnostic.labelled(.reading(context), character(at: start, in: sources))
  }

  private var mistake: Mistake {
    if let context, context.contains("flow") { return .yamlFlow(problem) }
    if problem.hasPrefix("mapping values are not allowed") { return .yamlColon }
    return .yamlSyntax(problem)
  }

  private func character(at offset: Int, in sources: Sources) -> Span {
    let line = sources.lineRange(at: offset)
    guard offset < line.upperBound else { return Span(offset..<offset) }
    let length = decodeScalar(sources.bytes, at: offset, end: line.upperBound)?.length ?? 1
    return Span(offset..<offset + length)
  }
}
