import CLibYAML

/// Turns one file into nodes, from libyaml's events, and refuses what the strict subset leaves out.
struct Composer {
  private var document: Document
  private let limits: Limits
  private let hasTabs: Bool
  private let file: Range<Int>
  private var marks: Marks
  private(set) var diagnostics: [Diagnostic] = []
  private var open: [Open] = []
  private var root: NodeID?
  private var isStopped = false

  private var keys = OpenKeys()

  /// A collection whose end is not reached yet.
  private struct Open {
    var node: NodeID
    var isMapping: Bool
    var wantsKey = true
    /// How many keys of mappings around it were read before it.
    var outerKeys: Int
    /// Children so far.
    var end: Int32 = 0
  }

  private init(_ document: Document, file: Int, limits: Limits, check: TextCheck) {
    self.document = document
    self.limits = limits
    hasTabs = check.hasTabs
    self.file = document.sources.files[file].range
    marks = Marks(start: self.file.lowerBound, isASCII: check.isASCII)
  }

  /// Adds the nodes of a file to a document.
  /// - Returns: the file's outermost node; nil where the file could not be read to its end.
  static func compose(
    _ document: inout Document, file: Int, limits: Limits, diagnostics: inout [Diagnostic]
  ) -> NodeID? {
    let range = document.sources.files[file].range
    guard range.count <= limits.bytes else {
      diagnostics.append(Diagnostic(.tooLarge(limit: limits.bytes), at: Span(range.lowerBound..<range.lowerBound)))
      return nil
    }
    let check = TextCheck(document.sources, file: file)
    diagnostics += check.diagnostics
    guard !check.isFatal else { return nil }

    var composer = Composer(document, file: file, limits: limits, check: check)
    document = Document()  // one owner only, so that nothing is copied
    composer.run(replacing: check.replacements)
    document = composer.document
    diagnostics += composer.diagnostics
    return composer.isStopped ? nil : composer.root
  }

  private mutating func run(replacing replacements: [(offset: Int, byte: UInt8)]) {
    // libyaml keeps the parser's address, so it must not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return isStopped = true }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)

    // The densest files have about one node in eight bytes; memory that is not used is never touched.
    document.nodes.reserveCapacity(document.nodes.count + file.count / 8)
    var bytes = document.sources.bytes
    for (offset, byte) in replacements { bytes[offset] = byte }
    bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(parser, bytes.baseAddress! + file.lowerBound, file.count)
      var event = yaml_event_t()
      var isDone = false
      while !isDone, !isStopped {
        guard yaml_parser_parse(parser, &event) == 1 else { return refuse(parser.pointee, in: bytes) }
        isDone = event.type == YAML_STREAM_END_EVENT
        read(&event, in: bytes)
        yaml_event_delete(&event)
      }
    }
    if root == nil, !isStopped { stop(.emptyFile, file.lowerBound..<file.lowerBound) }
  }

  private mutating func read(_ event: inout yaml_event_t, in bytes: UnsafeBufferPointer<UInt8>) {
    let start = marks.offset(event.start_mark, in: bytes)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: startDocument(event, start..<marks.offset(event.end_mark, in: bytes))
    case YAML_ALIAS_EVENT:
      document.hasGaps = true
      refuse(.alias, start..<marks.offset(event.end_mark, in: bytes))
      add(Node(kind: .scalar, style: .plain, isRefused: true, span: Span(start..<start)))
    case YAML_SCALAR_EVENT: addScalar(event, start..<marks.offset(event.end_mark, in: bytes), in: bytes)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      check(data.anchor, data.tag, start, in: bytes)
      openCollection(.list, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, start)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      check(data.anchor, data.tag, start, in: bytes)
      openCollection(.mapping, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, start)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: closeCollection(marks.offset(event.end_mark, in: bytes))
    default: break
    }
  }

  // MARK: Nodes

  private mutating func startDocument(_ event: yaml_event_t, _ range: Range<Int>) {
    if root != nil {
      stop(.secondDocument, range)
    } else if event.data.document_start.version_directive != nil
      || event.data.document_start.tag_directives.start != event.data.document_start.tag_directives.end
    {
      refuse(.directive, document.sources.lineRange(at: range.lowerBound))
    }
  }

  private mutating func addScalar(_ event: yaml_event_t, _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let scalar = event.data.scalar
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    var node = Node(kind: .scalar, style: Node.Style(scalar.style), span: Span(range), length: Int32(text.count))
    check(scalar.anchor, scalar.tag, range.lowerBound, in: bytes)
    let start = node.style == .plain ? range.lowerBound : range.lowerBound + 1
    if start + text.count <= range.upperBound, equals(text, bytes, start) {
      node.text = Int32(start)
    } else {
      node.isVerbatim = false
      node.text = Int32(document.decoded.count)
      document.decoded.append(contentsOf: text)
      if node.style == .literal || node.style == .folded { node.span = Span(trimmed(range, in: bytes)) }
    }
    // Escapes bring in characters that the text of the file does not show, and a tab is welcome only between texts.
    if hasTabs || node.style == .doubleQuoted && !node.isVerbatim { checkCharacters(node, text) }
    let isKey = open.last.map { $0.isMapping && $0.wantsKey } ?? false
    if isKey {
      node.symbol = document.symbols.intern(text)
      checkKey(&node)
    }
    add(node)
  }

  private mutating func add(_ node: Node) {
    let id = Int32(document.nodes.count)
    document.nodes.append(node)
    document.nodes[Int(id)].after = id + 1
    if node.kind == .scalar { finish(end: node.span.end) }
    if open.isEmpty, root == nil { root = Int(id) }
  }

  /// Tells the collection around that one of its parts is complete.
  private mutating func finish(end: Int32) {
    guard !open.isEmpty else { return }
    open[open.count - 1].wantsKey.toggle()
    open[open.count - 1].end = end
  }

  private mutating func openCollection(_ kind: Node.Kind, isFlow: Bool, _ start: Int) {
    guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth), start..<start + 1) }
    var node = Node(kind: kind, style: isFlow ? .flow : .block, span: Span(start..<start))
    if let parent = open.last, parent.isMapping, parent.wantsKey {
      document.hasGaps = true
      refuse(.keyNotText, start..<start + 1)
      node.isRefused = true
    }
    add(node)
    open.append(
      Open(node: document.nodes.count - 1, isMapping: kind == .mapping, outerKeys: keys.count, end: node.span.end))
  }

  /// A block collection ends with its last part, not where the next thing begins.
  private mutating func closeCollection(_ end: Int) {
    let closed = open.removeLast()
    keys.close(to: closed.outerKeys)
    let isFlow = document.nodes[closed.node].style == .flow
    let last = isFlow ? Int32(end) : max(closed.end, document.nodes[closed.node].span.start)
    document.nodes[closed.node].span.end = last
    document.nodes[closed.node].after = Int32(document.nodes.count)
    finish(end: last)
  }

  private mutating func checkKey(_ node: inout Node) {
    if node.style == .plain, document.symbols.text(node.symbol) == "<<" {
      refuse(.mergeKey, node.span.range)
      node.isRefused = true
    } else if let first = keys.add(node.symbol, key: document.nodes.count, in: open[open.count - 1].node) {
      let mistake = Mistake.repeatedKey(document.symbols.text(node.symbol))
      diagnostics.append(Diagnostic(mistake, at: node.span).labelled(.firstDefined, document.nodes[first].span))
      node.isRefused = true
    }
  }

  private mutating func checkCharacters(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(text)
    lazy var places = ScalarPlaces(
      text: bytes, style: node.style, source: document.sources.bytes, range: node.span.range)
    var at = 0
    while at < bytes.count, let (scalar, length) = decodeScalar(bytes, at: at, end: bytes.count) {
      let isRefused = isControl(scalar) || isBidirectional(scalar)
      if isRefused {
        let mistake = isControl(scalar) ? Mistake.controlCharacter(scalar) : .bidirectionalCharacter(scalar)
        refuse(mistake, places.span(at..<at + length).range)
      }
      at += length
    }
  }

  private func equals(_ text: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    text.isEmpty || memcmp(text.baseAddress!, bytes.baseAddress! + start, text.count) == 0
  }

  /// A block scalar without the line breaks behind it.
  private func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return range.lowerBound..<end
  }

  // MARK: Refusals

  private mutating func refuse(_ mistake: Mistake, _ range: Range<Int>) {
    diagnostics.append(Diagnostic(mistake, at: Span(range)))
  }

  private mutating func stop(_ mistake: Mistake, _ range: Range<Int>) {
    refuse(mistake, range)
    isStopped = true
  }

  /// Refuses an anchor or a tag in front of a node, which is read on without it.
  private mutating func check(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?, _ start: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard anchor != nil || tag != nil else { return }
    var end = start
    while end < file.upperBound, bytes[end] > UInt8(ascii: " ") { end += 1 }
    refuse(anchor != nil ? .anchor : .tag, start..<end)
  }

  private mutating func refuse(_ parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>) {
    isStopped = true
    let offset = min(marks.offset(parser.problem_mark, in: bytes), file.upperBound)
    let failure = SyntaxFailure(
      problem: parser.problem.map { String(cString: $0) } ?? "",
      context: parser.context.map { String(cString: $0) })
    let context = parser.context.map { _ in marks.offset(parser.context_mark, in: bytes) }
    diagnostics.append(failure.diagnostic(at: offset, context: context, sources: document.sources))
  }
}

extension Node.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
