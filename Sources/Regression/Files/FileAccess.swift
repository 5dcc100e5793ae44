import Glibc
import TreeFile

/// A file or folder that could not be used, and the system's reason.
public struct UnusableFile: Error, Equatable, Sendable {
  public var path: String
  public var reason: String

  /// The failure of the call just made.
  fileprivate init(_ path: String) {
    self.init(path, String(cString: strerror(errno)))
  }

  fileprivate init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// Reads a whole file. Bytes that are no UTF-8 become replacement characters.
func read(_ path: String) throws(UnusableFile) -> String {
  guard let file = fopen(path, "r") else { throw UnusableFile(path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  if ferror(file) != 0 { throw UnusableFile(path) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Writes a whole file beside the old one and puts it in its place: nobody ever finds half of it.
func write(_ text: String, to path: String) throws(UnusableFile) {
  do throws(DiskFiles.Unwritable) { try DiskFiles.replace(path, with: text) } catch {
    throw UnusableFile(error.path, error.reason)
  }
}

/// Writes into whatever stands at a path, be it a pipe or a device, or else into a new file.
public func save(_ text: String, to path: String) throws(UnusableFile) {
  guard let file = fopen(path, "w") else { throw UnusableFile(path) }
  let bytes = Array(text.utf8)
  let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
  guard fclose(file) == 0, isWritten else { throw UnusableFile(path) }
}

/// A path with every link followed, where it leads anywhere.
func resolved(_ path: String) -> String {
  guard let pointer = realpath(path, nil) else { return path }
  defer { free(pointer) }
  return String(cString: pointer)
}

/// What stands at a path, links followed.
enum FileKind: Equatable {
  case file
  case folder(FolderID)
  /// A pipe, a socket or a device: nothing that is read to its end.
  case other

  init(at path: String) throws(UnusableFile) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw UnusableFile(path) }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder(FolderID(device: status.st_dev, number: status.st_ino))
      default: .other
      }
  }
}

/// Which folder it is, whatever path leads there.
struct FolderID: Hashable {
  var device: dev_t
  var number: ino_t
}

/// The names in a folder, in order, hidden ones left out.
func names(in folder: String) throws(UnusableFile) -> [String] {
  guard let directory = opendir(folder) else { throw UnusableFile(folder) }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
