/// One part of a YAML document: a scalar, a list, or a mapping.
///
/// Nodes stand in one array in reading order. What a collection holds follows it, and `after` is where the next node
/// outside it stands; a mapping holds keys and values by turns.
struct Node: Sendable {
  enum Kind: UInt8, Sendable { case scalar, list, mapping }

  enum Style: UInt8, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded, block, flow }

  var kind: Kind
  var style: Style
  /// What is wrong with it was reported already: nothing more is to be said about it.
  var isRefused = false
  /// Whether `text` lies in the source; otherwise in the decoded texts.
  var isVerbatim = true
  /// From its first character to its last, quotes included.
  var span: Span
  /// A scalar's text: where its first byte stands, and how many there are.
  var text: Int32 = 0
  var length: Int32 = 0
  var after: Int32 = 0
  /// The word it is, known for every key; otherwise `none`.
  var symbol = Symbol.none
}

/// A node's number in its `Document`.
typealias NodeID = Int

/// The nodes of all files of one load.
struct Document: Sendable {
  var sources = Sources()
  var symbols = Symbols()
  var nodes: [Node] = []
  /// Texts that do not stand in the source as they are: folded, escaped, or on several lines.
  var decoded: [UInt8] = []
  /// Whether something stands in a file of which nobody knows what it was meant to be.
  var hasGaps = false

  func isEmpty(_ id: NodeID) -> Bool { nodes[id].kind == .scalar && nodes[id].length == 0 && nodes[id].style == .plain }

  /// Calls `body` with the bytes of a scalar.
  @inline(__always)
  func withBytes<R>(_ id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let node = nodes[id]
    let range = Int(node.text)..<Int(node.text + node.length)
    return node.isVerbatim
      ? try sources.bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
      : try decoded.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func bytes(_ id: NodeID) -> ArraySlice<UInt8> {
    let range = Int(nodes[id].text)..<Int(nodes[id].text + nodes[id].length)
    return nodes[id].isVerbatim ? sources.bytes[range] : decoded[range]
  }

  func text(_ id: NodeID) -> String { withBytes(id) { String(decoding: $0, as: UTF8.self) } }

  /// The symbol of a scalar; `none` for a word that is no key anywhere.
  func symbol(_ id: NodeID) -> Symbol {
    nodes[id].symbol != .none ? nodes[id].symbol : withBytes(id) { symbols.find($0) }
  }

  /// The value behind a key.
  func value(of key: NodeID) -> NodeID { Int(nodes[key].after) }

  /// The value of a key in a mapping; nil where it has none, or where the node is no mapping.
  func value(_ key: Word, in mapping: NodeID) -> NodeID? {
    guard nodes[mapping].kind == .mapping else { return nil }
    var at = mapping + 1
    let end = Int(nodes[mapping].after)
    while at < end {
      let value = Int(nodes[at].after)
      if nodes[at].symbol.index == key.index, !nodes[at].isRefused { return value }
      at = Int(nodes[value].after)
    }
    return nil
  }

  /// The first key of a mapping; the mapping itself where it is empty.
  func firstKey(of mapping: NodeID) -> NodeID { Int(nodes[mapping].after) > mapping + 1 ? mapping + 1 : mapping }

  func items(of list: NodeID) -> Items { Items(nodes: nodes, at: list + 1, end: Int(nodes[list].after)) }

  func pairs(of mapping: NodeID) -> Pairs { Pairs(nodes: nodes, at: mapping + 1, end: Int(nodes[mapping].after)) }
}

/// The items of a list, in order.
struct Items: Sequence, IteratorProtocol {
  fileprivate let nodes: [Node]
  fileprivate var at: NodeID
  fileprivate let end: NodeID

  mutating func next() -> NodeID? {
    guard at < end else { return nil }
    defer { at = Int(nodes[at].after) }
    return at
  }
}

/// The keys and values of a mapping, in order; refused keys (repeated ones) are left out.
struct Pairs: Sequence, IteratorProtocol {
  fileprivate let nodes: [Node]
  fileprivate var at: NodeID
  fileprivate let end: NodeID

  mutating func next() -> (key: NodeID, value: NodeID)? {
    while at < end {
      let key = at
      let value = Int(nodes[key].after)
      at = Int(nodes[value].after)
      if !nodes[key].isRefused { return (key, value) }
    }
    return nil
  }
}
