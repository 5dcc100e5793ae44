import Glibc

/// The file of a record: made anew, never in place of another, for its owner alone, and written by one program at a
/// time. All system calls of records are here.
public final class RecordFile {
  public let path: String
  private let descriptor: Int32
  /// The bytes of whole lines; what a failed write left behind them is cut off.
  private var length: Int

  private init(_ path: String, _ descriptor: Int32, length: Int = 0) {
    (self.path, self.descriptor, self.length) = (path, descriptor, length)
  }

  deinit { close(descriptor) }

  /// Bytes that a record may have: those of a thousand long chats.
  public static let limit = 64 << 20

  // MARK: Opening

  /// Makes a file that nobody else can read, where there is none of that name, and no link.
  public static func create(_ path: String) throws(RecordFailure) -> RecordFile {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw RecordFailure(path, errno == EEXIST ? .exists : .system()) }
    let file = RecordFile(path, descriptor)
    do throws(RecordFailure) {
      try file.makePrivate()
      try file.lock()
      try file.keepName()
    } catch {
      file.discard()
      throw error
    }
    return file
  }

  /// Opens a record to go on with it.
  ///
  /// - Returns: the file, and all that it holds.
  public static func reopen(_ path: String) throws(RecordFailure) -> (file: RecordFile, bytes: [UInt8]) {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_APPEND | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw RecordFailure(path, .ofOpening()) }
    let file = RecordFile(path, descriptor)
    try file.lock()
    let status = try file.status()
    guard status.st_uid == geteuid() else { throw RecordFailure(path, .notOwned) }
    guard status.st_nlink == 1 else { throw RecordFailure(path, .manyNames) }
    let bytes = try file.contents()
    file.length = bytes.count
    return (file, bytes)
  }

  /// All that a record holds, whoever is writing it.
  public static func read(_ path: String) throws(RecordFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw RecordFailure(path, .ofOpening()) }
    let file = RecordFile(path, descriptor)
    _ = try file.status()
    return try file.contents()
  }

  // MARK: Writing

  /// Appends text, and comes back when it would outlive a crash of the machine.
  ///
  /// - Throws: where it could not be written; then the file is as it was, as far as the system lets it be.
  public func append(_ text: String) throws(RecordFailure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw takeBack(.system()) }
      rest = rest.dropFirst(written)
    }
    guard fsync(descriptor) == 0 else { throw takeBack(.system()) }
    length += text.utf8.count
  }

  /// Cuts off what stands behind so many bytes.
  public func cut(to length: Int) throws(RecordFailure) {
    guard ftruncate(descriptor, length) == 0, fsync(descriptor) == 0 else { throw RecordFailure(path, .system()) }
    self.length = length
  }

  /// Takes the file away again, where nothing could be written into it.
  public func discard() { unlink(path) }

  private func takeBack(_ reason: RecordFailure.Reason) -> RecordFailure {
    ftruncate(descriptor, length)
    return RecordFailure(path, reason)
  }

  // MARK: The file itself

  /// Keeps everybody but its owner from reading and writing it, whatever the mask is.
  public func makePrivate() throws(RecordFailure) {
    guard fchmod(descriptor, 0o600) == 0 else { throw RecordFailure(path, .system()) }
  }

  /// Keeps every other writer out until this one closes the file or ends.
  private func lock() throws(RecordFailure) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw RecordFailure(path, errno == EWOULDBLOCK ? .inUse : .system())
    }
  }

  /// Sees to it that the file's name, too, outlives a crash of the machine.
  private func keepName() throws(RecordFailure) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = open(end.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw RecordFailure(path, .system()) }
    defer { close(folder) }
    // Some file systems have no way to do this for a folder.
    guard fsync(folder) == 0 || errno == EINVAL else { throw RecordFailure(path, .system()) }
  }

  private func status() throws(RecordFailure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw RecordFailure(path, .system()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw RecordFailure(path, .noFile) }
    guard Int(status.st_size) <= Self.limit else { throw RecordFailure(path, .tooLarge) }
    return status
  }

  private func contents() throws(RecordFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= Self.limit {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { space, filled in
        count = pread(descriptor, space.baseAddress, space.count, bytes.count)
        filled = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RecordFailure(path, .system()) }
      if count == 0 { return bytes }
      bytes += chunk
    }
    throw RecordFailure(path, .tooLarge)
  }
}

/// Why a record cannot be written or read.
public struct RecordFailure: Error, Equatable, Sendable {
  public var path: String
  public var reason: Reason

  public enum Reason: Equatable, Sendable {
    /// A file or a link of that name, which is not touched.
    case exists
    case missing
    case isLink
    /// Another program writes it.
    case inUse
    /// A folder, a device, or a pipe.
    case noFile
    case notOwned
    /// The file has other names too, under which somebody else may reach it.
    case manyNames
    case tooLarge
    /// The system's reason.
    case system(String)
  }

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension RecordFailure.Reason {
  /// What the call just made has failed for.
  fileprivate static func system() -> Self { .system(String(cString: strerror(errno))) }

  fileprivate static func ofOpening() -> Self {
    switch errno {
    case ENOENT: .missing
    case ELOOP: .isLink
    case EISDIR, ENXIO: .noFile
    default: .system()
    }
  }
}
