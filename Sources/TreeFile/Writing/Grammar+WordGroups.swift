import Triage

extension Grammar {
  /// The groups of words that a pattern names, in its order.
  public func wordGroups(in pattern: String) -> [ID<WordGroup>] {
    guard pattern.utf8.contains(UInt8(ascii: "{")) else { return [] }
    let text = Array(pattern.utf8)
    return PatternPiece.all(in: text).filter { $0.kind == .group }.compactMap { piece in
      let name = String(decoding: text[piece.range], as: UTF8.self)
      return wordGroups.firstIndex { $0.name == name }.map { ID($0) }
    }
  }
}
