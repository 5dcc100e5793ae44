/// The phrase table of a language: what the chat says, as sentences with slots.
///
/// It is read from a text file whose first lines say how it is written.
public struct Phrases: Sendable {
  private(set) var entries: [Substring: [Entry]] = [:]

  /// A sentence, and of which counts it is said; of any where none is named.
  struct Entry: Equatable, Sendable {
    var counts: [ClosedRange<Int64>]?
    var sentence: String
  }

  /// The table that the program brings along.
  public static let english = Phrases(String(decoding: PackageResources.en_phrases, as: UTF8.self))

  public init(_ text: String) {
    var name: (words: Substring, counts: [ClosedRange<Int64>]?) = ("", nil)
    var sentence: Substring?
    func end(_ table: inout Phrases) {
      guard let sentence else { return }
      table.entries[name.words, default: []].append(Entry(counts: name.counts, sentence: String(sentence)))
    }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix(" ") {
        sentence? += " " + line.trimmed
      } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
        end(&self)
        name = Self.name(line[..<colon])
        sentence = line[line.utf8.index(after: colon)...].trimmed
      }
    }
    end(&self)
  }

  /// "weeks" or "weeks (1)" or "weeks (2-4, 22-24)".
  private static func name(_ text: Substring) -> (Substring, [ClosedRange<Int64>]?) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return (text.trimmed, nil) }
    let counts = text[text.index(after: open)...].dropLast().split(separator: ",").compactMap { part in
      let ends = part.split(separator: "-").compactMap { Int64($0.trimmed) }
      return ends.first.flatMap { first in ends.last.flatMap { first <= $0 ? first...$0 : nil } }
    }
    return (text[..<open].trimmed, counts)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
  }
}
