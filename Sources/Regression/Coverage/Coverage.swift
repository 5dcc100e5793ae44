/// How many tests came by each point of one tree.
public struct Coverage: Equatable, Sendable {
  /// The tree's `id`.
  public var tree: String
  /// The tree's own file.
  public var path: String
  /// One for each point, in the order of the files and of the lines in them.
  public var entries: [Entry]

  public struct Entry: Equatable, Sendable {
    public var kind: Kind
    /// What it is, in the names of the tree.
    public var what: String
    /// Of a threshold: whether this is the side on which the comparison is true.
    public var side: Bool?
    /// What there is to say where no test came by.
    public var lack: String
    public var file: String
    /// From 1.
    public var line: Int
    /// How many cases and scripts came by.
    public var tests: Int

    public var isCovered: Bool { tests > 0 }
  }

  public enum Kind: String, CaseIterable, Sendable {
    case steps, branches, thresholds, unsure, alarms, outcomes, stretches
  }

  /// How many of some points are covered.
  public struct Share: Equatable, Sendable {
    public var covered: Int
    public var of: Int

    public func isBelow(percent: Int) -> Bool { covered * 100 < percent * of }
  }
}

extension Coverage {
  public var total: Share { Self.share(of: entries) }

  /// By kind, those left out that the tree has none of.
  public var shares: [(kind: Kind, share: Share)] {
    Kind.allCases.map { kind in (kind, Self.share(of: entries.filter { $0.kind == kind })) }.filter { $0.1.of > 0 }
  }

  private static func share(of entries: [Entry]) -> Share {
    Share(covered: entries.count(where: \.isCovered), of: entries.count)
  }
}
