/// How much the files of a load may hold.
public struct Limits: Sendable {
  /// Bytes in one file.
  public var bytes: Int
  /// Bytes in all files together; less than 2 GiB.
  public var total: Int
  /// How many times a file may be named under `uses:`, in all files together.
  public var uses: Int
  /// Mappings and lists inside one another.
  public var depth: Int

  public init(bytes: Int = 8 << 20, total: Int = 64 << 20, uses: Int = 1000, depth: Int = 32) {
    self.bytes = bytes
    self.total = total
    self.uses = uses
    self.depth = depth
  }
}
