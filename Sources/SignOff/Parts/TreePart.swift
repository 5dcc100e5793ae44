/// A part of a tree that is signed as a whole. Everything in a tree belongs to one of them at least.
public enum TreePart: Hashable, Sendable {
  /// The top of the file: what the tree is, its levels, where it starts and where those end who cannot answer.
  case head
  case section(String)
  case alarms
  case guarantees
  /// All stretches and programmes, those too that no outcome offers, and the rules of stretching.
  case stretches
  case sources
  case providers
  /// Questions, facts, scores and outcomes that no other part uses.
  case rest

  /// All but the sections, in the order in which they are listed.
  public static let others: [TreePart] = [.head, .alarms, .guarantees, .stretches, .sources, .providers, .rest]

  /// As people read and files write it: "section opening".
  public var text: String {
    switch self {
    case .head: "head"
    case .section(let name): "section \(name)"
    case .alarms: "alarms"
    case .guarantees: "guarantees"
    case .stretches: "stretches"
    case .sources: "sources"
    case .providers: "providers"
    case .rest: "rest"
    }
  }
}

extension TreePart: Comparable {
  /// The head first, then the sections by their names, then the others.
  public static func < (left: TreePart, right: TreePart) -> Bool {
    (left.rank, left.text) < (right.rank, right.text)
  }

  private var rank: Int {
    switch self {
    case .head: 0
    case .section: 1
    default: 1 + (Self.others.firstIndex(of: self) ?? 0)
    }
  }
}
