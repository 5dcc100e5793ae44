import TreeFile

/// Why the signatures of a tree cannot be read or written: the file, and the reason in words.
public struct UnusableSignatures: Error, Equatable, Sendable {
  public var path: String
  public var reason: String
}

extension SignedFile {
  /// Bytes that a file may have; a signature takes a hundred.
  static let limit = 1 << 20

  /// Where the signatures of a tree lie: `tree.signed` for `tree.yaml`.
  public static func path(beside tree: String) -> String { companion(of: tree, ".signed") }

  /// The signatures of a tree. Where there is no file, nobody has signed.
  public init(beside tree: String) throws(UnusableSignatures) {
    let path = Self.path(beside: tree)
    do throws(FileFailure) {
      self.init(reading: try DiskFiles.contents(of: path, limit: Self.limit))
    } catch {
      guard error == .missing else { throw UnusableSignatures(path: path, reason: error.words(limit: Self.limit)) }
      self.init()
    }
  }

  /// Puts the signatures beside a tree, in place of those that lie there. Nobody ever finds half of them.
  public func write(beside tree: String) throws(UnusableSignatures) {
    do throws(DiskFiles.Unwritable) {
      try DiskFiles.replace(Self.path(beside: tree), with: text)
    } catch {
      throw UnusableSignatures(path: error.path, reason: error.reason)
    }
  }
}

/// The path of a file that lies beside a tree and goes with it.
func companion(of tree: String, _ suffix: String) -> String {
  let ending = [".yaml", ".yml"].first { tree.hasSuffix($0) } ?? ""
  return tree.dropLast(ending.count) + suffix
}

extension FileFailure {
  /// The system's reason, or ours.
  package func words(limit: Int) -> String {
    switch self {
    case .missing: "there is no such file"
    case .outside: "it lies in another folder"
    case .tooLarge: "it has more than \(limit) bytes"
    case .unreadable(let reason): reason
    }
  }
}
