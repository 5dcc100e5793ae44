import TreeFile
import Triage

/// The signatures of a tree, which lie in a file beside it.
public struct SignedFile: Equatable, Sendable {
  /// Lines that begin with `#`, for whoever reads the file.
  public var remarks: [String]
  /// In order.
  public internal(set) var signatures: [Signature] = []
  /// What could not be read. The other lines count all the same.
  public internal(set) var mistakes: [Mistake] = []

  /// What is wrong with a file, and at which line, from 1.
  public struct Mistake: Equatable, Sendable {
    public var kind: Kind
    public var line: Int

    public enum Kind: Error, Equatable, Sendable {
      case notText
      /// Another line comes first.
      case lacksVersion
      case unknownVersion(String)
      case unknownPart(String)
      case noDay(String)
      case noDigest(String)
      case noName(String)
    }
  }

  /// A file without signatures, as it begins.
  public init() {
    remarks = [
      "# Who has read which part of this tree and found it right, as written by: backtalk sign",
      "# A signature counts until its part is changed. Change no line by hand; sign again.",
    ]
  }
}

extension SignedFile {
  /// Which parts are signed.
  public enum Selection: Equatable, Sendable {
    /// Those whose present content nobody has signed.
    case unsigned
    case these(Set<TreePart>)
    case all
  }

  /// Signs parts as they are now. An earlier signature of the same person to the same part is replaced.
  ///
  /// - Returns: what was signed.
  public mutating func sign(
    _ selection: Selection, of grammar: Grammar, by reviewer: Reviewer, on day: WrittenDay
  ) -> [TreePart] {
    let chosen = state(of: grammar).parts.filter { state in
      switch selection {
      case .unsigned: state.signatures.isEmpty
      case .these(let parts): parts.contains(state.part)
      case .all: true
      }
    }
    let parts = chosen.map(\.part)
    signatures.removeAll { $0.reviewer == reviewer && parts.contains($0.part) }
    signatures += chosen.map { Signature(part: $0.part, reviewer: reviewer, day: day, digest: $0.digest) }
    signatures.sort()
    return parts
  }

  /// What each part of a tree counts as, by these signatures.
  public func state(of grammar: Grammar) -> SignOffState {
    let digests = grammar.partDigests
    let byPart = Dictionary(grouping: signatures, by: \.part)
    let parts = digests.map { part in
      let given = byPart[part.part] ?? []
      return PartState(
        part: part.part, digest: part.digest, signatures: given.filter { $0.digest == part.digest },
        outdated: given.filter { $0.digest != part.digest })
    }
    let known = Set(digests.map(\.part))
    return SignOffState(parts: parts, gone: signatures.filter { !known.contains($0.part) })
  }
}
