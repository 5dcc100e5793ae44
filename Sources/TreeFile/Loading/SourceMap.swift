import Triage

/// Where every part of a tree was written.
public struct SourceMap: Sendable {
  /// The text of all files.
  public let sources: Sources
  private let places: [Span]

  init(sources: Sources, places: [Span]) {
    self.sources = sources
    self.places = places
  }

  /// The names of all files, the tree's own first.
  public var files: [String] { sources.files.map(\.name) }

  /// Where a part was written; nil for one that was written nowhere.
  public func span(of part: PartID) -> Span? {
    part.mark >= 0 && Int(part.mark) < places.count ? places[Int(part.mark)] : nil
  }

  /// The file, line and column where a part begins.
  public func position(of part: PartID) -> Position? { span(of: part).map { sources.position(of: $0) } }

  /// Where a part was written, as `file:line`.
  public func place(of part: PartID) -> String? { position(of: part).map { "\($0.file):\($0.line)" } }

  /// Where a phrase stands that belongs to a part, as `file:line`; where it is broken over two lines, where the part is.
  public func place(of phrase: String, under part: PartID) -> String? {
    guard let span = span(of: part), let found = sources.first(phrase, from: Int(span.start)) else {
      return place(of: part)
    }
    let position = sources.position(of: found)
    return "\(position.file):\(position.line)"
  }

  /// The same, the file as it is called in the tree's folder: wherever that lies, this stays as it is.
  public func placeInTree(of part: PartID) -> String? {
    span(of: part).map { "\(sources.file(at: Int($0.start)).path):\(sources.position(of: $0).line)" }
  }

  /// What was written there.
  public func text(of part: PartID) -> String? { span(of: part).map { sources.text($0.range) } }
}
