import JSON
import Lint
import TreeFile
import Triage

extension [TreeCheck] {
  /// All that was found in all trees as one document in SARIF 2.1.0.
  ///
  /// - Parameter engine: the version of the program.
  public func sarif(engine: String) -> String { JSON.json(SARIF(self, engine: engine)) }
}

extension SARIF {
  init(_ checks: [TreeCheck], engine: String) {
    let codes = Set(checks.flatMap { $0.loaded.diagnostics.map(\.code) })
    let rules = Rule.proven + Rule.ofWords + Code.allCases.filter(codes.contains).map(\.rule)
    let positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.name, $0) })
    let results = checks.flatMap { check in
      check.told.map { Result($0, check, ruleIndex: positions[$0.message.code] ?? -1) }
    }
    runs = [
      Run(tool: Tool(driver: Driver(semanticVersion: engine, rules: rules.map(Descriptor.init))), results: results)
    ]
  }
}

/// A message without the conversation that shows it, and that conversation.
private struct Told {
  var message: Message
  var example: Finding.Example?
}

extension TreeCheck {
  /// The mistakes that keep the tree from loading, or what was found in it.
  fileprivate var told: [Told] {
    loaded.diagnostics.map { Told(message: $0.asMessage) }
      + findings.map { Told(message: $0.bareMessage(in: loaded.map), example: $0.example) }
  }
}

extension Code {
  fileprivate var rule: Rule { Rule(rawValue, "A tree can be loaded: \(rawValue.replacing("-", with: " ")).") }
}

extension SARIF.Descriptor {
  fileprivate init(_ rule: Rule) {
    let isCode = Code(rawValue: rule.name) != nil
    id = rule.name
    shortDescription = SARIF.Text(rule.summary)
    help = SARIF.Text("See \(rule.name) in docs/\(isCode ? "diagnostics" : "checks").md.")
  }
}

extension SARIF.Result {
  fileprivate init(_ told: Told, _ check: TreeCheck, ruleIndex: Int) {
    let (message, example) = (told.message, told.example)
    let sources = check.loaded.map.sources
    ruleId = message.code
    self.ruleIndex = ruleIndex
    level = message.severity.rawValue
    self.message = SARIF.Text(paragraphs: told.paragraphs)
    locations = [SARIF.Location(message.span, sources, file: check.path)]
    relatedLocations =
      message.labels.isEmpty
      ? nil
      : message.labels.map { label in
        SARIF.Location(label.span, sources, file: check.path, SARIF.Text(label.text))
      }
    codeFlows = example.flatMap { example in
      let flows = example.conversations.filter { !$0.isEmpty }.map {
        SARIF.CodeFlow($0, example.title, check.loaded.map)
      }
      return flows.isEmpty ? nil : flows
    }
  }
}

extension Told {
  /// All of it as sentences, a paragraph for each part. Two conversations are told step by step elsewhere.
  fileprivate var paragraphs: [String] {
    let remarks = message.remarks.map { $0.replacing("\n", with: " ") }
    return ([message.text, message.hint, conversation] + remarks).filter { !$0.isEmpty }.map(\.asSentence)
  }

  private var conversation: String {
    guard let example, !example.lines.isEmpty, example.conversations.count < 2 else { return "" }
    return example.title + " " + example.lines.map { $0.drop { $0 == " " } }.joined(separator: "; ")
  }
}

extension SARIF.CodeFlow {
  fileprivate init(_ account: [AccountLine], _ title: String, _ map: SourceMap) {
    message = SARIF.Text(title)
    threadFlows = [
      SARIF.ThreadFlow(
        locations: account.map { line in
          SARIF.Step(
            location: SARIF.Location(map.span(of: line.part), map.sources, file: map.files.first, SARIF.Text(line.text))
          )
        })
    ]
  }
}

extension SARIF.Location {
  /// - Parameter file: the file to name where there is no place in it.
  fileprivate init(_ span: Span?, _ sources: Sources, file: String?, _ message: SARIF.Text? = nil) {
    self.message = message
    guard let span else {
      physicalLocation = file.map { SARIF.Place(artifactLocation: SARIF.Artifact(path: $0), region: nil) }
      return
    }
    let (start, end) = (sources.position(of: span), sources.end(of: span))
    physicalLocation = SARIF.Place(
      artifactLocation: SARIF.Artifact(path: start.file),
      region: SARIF.Region(
        startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column))
  }
}

extension String {
  fileprivate var asSentence: String {
    prefix(1).uppercased() + dropFirst() + (last.map { ".?!".contains($0) } == true ? "" : ".")
  }
}
