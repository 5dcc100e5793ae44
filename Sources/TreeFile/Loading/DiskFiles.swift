import Glibc

/// Files on disk. What a link leads to must lie in the folder too.
public struct DiskFiles: FileReading {
  public let folders: [String]

  public init(folder: String, libraries: [String] = []) { folders = [folder] + libraries }

  /// A path as it is written in a file, seen from where the program runs. A folder that is left again is not entered.
  public static func path(_ path: String, writtenIn file: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    var folders = TreeFile.folder(of: file).split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = folders.last, last != ".." { folders.removeLast() } else { folders.append(part) }
    }
    return (file.hasPrefix("/") ? "/" : "") + folders.joined(separator: "/")
  }

  /// The absolute path of a file, with every link followed.
  public func locate(_ path: String, inFolder folder: Int) throws(FileFailure) -> String {
    let base = folders[folder].isEmpty ? "." : folders[folder]
    guard let root = Self.resolved(base), let file = Self.resolved(base + "/" + path) else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(Self.reason())
    }
    guard file.hasPrefix(root == "/" ? root : root + "/") else { throw .outside }
    return file
  }

  public func read(_ file: String, limit: Int) throws(FileFailure) -> [UInt8] {
    try Self.contents(of: file, limit: limit)
  }

  /// The bytes of a regular file.
  package static func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    // Not to wait for a writer, should it be a pipe.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable(reason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason()) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable("it is a folder, and a file is wanted") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is no regular file") }
    guard Int(status.st_size) <= limit else { throw .tooLarge }
    return try bytes(of: descriptor, ofSize: Int(status.st_size), atMost: limit)
  }

  /// - Parameter size: what the file said of itself, which may be out of date.
  private static func bytes(
    of descriptor: CInt, ofSize size: Int, atMost limit: Int
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let room = max(size + 1 - bytes.count, 1 << 12)
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, room)
        filled = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(reason()) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge }
    }
  }

  /// The absolute path with every link followed; nil where there is none, `errno` says why.
  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Why the call just made has failed.
  static func reason() -> String { String(cString: strerror(errno)) }
}
