import TreeFile

/// That somebody has read a part of a tree and found it right.
public struct Signature: Hashable, Sendable {
  public var part: TreePart
  public var reviewer: Reviewer
  public var day: WrittenDay
  /// What the part meant when it was signed.
  public var digest: Digest
}

extension Signature: Comparable {
  /// By part, then by name, then by day: the order in a file.
  public static func < (left: Signature, right: Signature) -> Bool {
    (left.part, left.reviewer.name, left.day) < (right.part, right.reviewer.name, right.day)
  }
}

/// The name of somebody who signs: one line of text that can be seen.
public struct Reviewer: Hashable, Sendable {
  public let name: String

  /// Characters of Unicode that a name may have.
  public static let longest = 100

  /// A name without spaces around it, at most ``longest`` characters.
  ///
  /// It has a letter, and nothing that hides, acts on a terminal, turns the direction of writing or looks like a
  /// space and is none.
  public init?(_ text: some StringProtocol) {
    let name = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    guard name.contains(where: \.isLetter), name.unicodeScalars.count <= Self.longest,
      name.allSatisfy({ $0 == " " || !$0.isWhitespace }), Visible.harmless(name) == name
    else { return nil }
    self.name = name
  }
}
