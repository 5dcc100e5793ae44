/// The position of one part of a tree among the parts of its kind, from 0.
///
/// A reference by position costs an array access, and cannot name a part of another kind.
public struct ID<Part>: Hashable, Comparable, Sendable {
  public let position: Int

  public init(_ position: Int) { self.position = position }

  public static func < (left: ID, right: ID) -> Bool { left.position < right.position }
}

public typealias QuestionID = ID<Question>
public typealias FactID = ID<Fact>
public typealias ScoreID = ID<Score>
public typealias SectionID = ID<Section>
public typealias OutcomeID = ID<Outcome>
public typealias StretchID = ID<Stretch>
public typealias ProgrammeID = ID<Programme>
public typealias AlarmID = ID<Alarm>
public typealias LevelID = ID<Level>
public typealias SourceID = ID<Source>
public typealias ProviderID = ID<Provider>

extension Array {
  /// The part that `id` refers to. Inlined, so that whoever reads one property of a part copies no more than that.
  @inlinable
  public subscript(id: ID<Element>) -> Element { self[id.position] }

  /// The references to all parts, in order.
  public var ids: [ID<Element>] { indices.map { ID($0) } }
}

/// A mark that whoever wrote the grammar puts on a part, so that it can find the place where the part was written.
///
/// The core only hands it back. Where a part was written is no part of its meaning, so any two marks are equal: trees
/// that mean the same are equal, whatever files they came from.
public struct PartID: Equatable, Sendable {
  public let mark: Int32

  public init(_ mark: Int32) { self.mark = mark }

  /// The mark of a part that was written nowhere.
  public static let none = PartID(-1)

  public static func == (_: PartID, _: PartID) -> Bool { true }
}
