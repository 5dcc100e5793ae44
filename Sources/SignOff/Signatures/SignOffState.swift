import TreeFile

/// Who has signed which part of a tree.
public struct SignOffState: Equatable, Sendable {
  /// In the order of the tree.
  public var parts: [PartState]
  /// Signatures to parts that the tree no longer has.
  public var gone: [Signature]
}

/// Who has signed a part.
public struct PartState: Equatable, Sendable {
  public var part: TreePart
  public var digest: Digest
  /// To the part as it is.
  public var signatures: [Signature]
  /// To what the part was before.
  public var outdated: [Signature]

  public var standing: Standing { !signatures.isEmpty ? .signed : outdated.isEmpty ? .unsigned : .changed }

  public enum Standing: Sendable {
    case signed
    /// It was signed, and has changed since.
    case changed
    case unsigned
  }
}

/// How much of a tree is signed as it is.
public enum Review: Equatable, Sendable {
  case none
  case some
  /// By whom, and the last day on which one of them did. Where anybody signed all of it, only those are named.
  case all(by: [Reviewer], last: WrittenDay)
}

extension SignOffState {
  public var review: Review {
    let signatures = parts.flatMap(\.signatures)
    guard !signatures.isEmpty else { return .none }
    guard parts.allSatisfy({ $0.standing == .signed }) else { return .some }
    let byReviewer = Dictionary(grouping: signatures, by: \.reviewer)
    let whole = byReviewer.filter { _, given in Set(given.map(\.part)).count == parts.count }
    let named = whole.isEmpty ? byReviewer : whole
    let last = named.values.joined().map(\.day).max() ?? signatures[0].day
    return .all(by: named.keys.sorted { $0.name < $1.name }, last: last)
  }
}

// MARK: Words

extension SignOffState {
  /// The state of every part on a line of its own, and then of the whole.
  public var words: String {
    let lines =
      parts.map(\.words) + gone.map { "\($0.part.text): \($0.accountOfGone)" } + ["", summary]
    return lines.map { $0 + "\n" }.joined()
  }

  /// One sentence about the whole.
  public var summary: String {
    let count = parts.count
    let signed = parts.count { $0.standing == .signed }
    let changed = parts.count { $0.standing == .changed }
    if signed == count { return "All \(count) parts are signed." }
    if signed + changed == 0 { return "None of the \(count) parts is signed." }
    return "Of the \(count) parts, signed: \(signed); changed since they were signed: \(changed); "
      + "never signed: \(count - signed - changed)."
  }
}

extension PartState {
  /// "section opening: signed by Dr A. Example on 2026-11-25".
  public var words: String { "\(part.text): \(account)" }

  /// "signed by Dr A. Example on 2026-11-25".
  public var account: String {
    let told =
      signatures.map(\.words)
      + outdated.map { "changed since \($0.reviewer.name) signed it on \($0.day.text)" }
    return told.isEmpty ? "not signed" : told.joined(separator: "; ")
  }
}

extension Signature {
  fileprivate var words: String { "signed by \(reviewer.name) on \(day.text)" }

  /// Of a signature to a part that the tree no longer has.
  public var accountOfGone: String { "\(words); it is no longer in the tree" }
}
