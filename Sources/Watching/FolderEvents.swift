import Glibc

/// What the kernel tells of the files in some folders (inotify).
///
/// Folders are watched and not the files, since a file that is replaced is another file.
final class FolderEvents {
  /// Below 0 where the kernel gives out no more; then nothing is ever heard.
  private let descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
  /// The names to listen for in each folder, by the number that the kernel gave it.
  private var names: [CInt: Set<String>] = [:]
  /// Whether some folder could not be watched, or is watched no longer.
  private(set) var hasLost = false

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Listens for these files and no others, by their paths and by where links lead.
  func watch(_ paths: [String]) {
    guard descriptor >= 0 else { return }
    let before = names
    names = [:]
    hasLost = false
    for path in paths.flatMap({ [$0, resolved($0)] }).compactMap(\.self) {
      let (folder, name) = parts(of: path)
      let number = inotify_add_watch(descriptor, folder, UInt32(Self.changes))
      if number >= 0 { names[number, default: []].insert(name) } else { hasLost = true }
    }
    for number in before.keys where names[number] == nil { inotify_rm_watch(descriptor, number) }
  }

  /// Waits until something can be heard.
  func wait(milliseconds: Int) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, descriptor < 0 ? 0 : 1, CInt(milliseconds)) > 0
  }

  /// Takes all that can be heard by now.
  ///
  /// - Returns: whether anything of it is about one of the files.
  func takeHeard() -> Bool {
    var isHeard = false
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { space, count in
        count = max(0, read(descriptor, space.baseAddress, space.count))
      }
      if bytes.isEmpty { return isHeard }
      for event in Self.events(in: bytes) where isAboutFile(event) { isHeard = true }
    }
  }

  private func isAboutFile(_ event: Event) -> Bool {
    if event.mask & Self.overflow != 0 { return true }
    guard let wanted = names[event.folder] else { return false }
    if event.mask & Self.loss != 0 { hasLost = true }
    return wanted.contains(event.name)
  }

  // MARK: Events

  private struct Event {
    var folder: CInt
    var mask: CInt
    var name: String
  }

  private static let changes =
    IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
    | IN_MOVE_SELF | IN_ONLYDIR
  /// The folder is gone or has another place.
  private static let loss = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED
  /// There was more than the kernel keeps.
  private static let overflow = IN_Q_OVERFLOW

  /// Each is a folder's number, a mask, a cookie and a length of 4 bytes each, and so many bytes of a name, padded with
  /// zeros.
  private static func events(in bytes: [UInt8]) -> [Event] {
    var events: [Event] = []
    bytes.withUnsafeBytes { bytes in
      var place = 0
      while place + 16 <= bytes.count {
        let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
        let name = bytes[place + 16..<min(place + 16 + length, bytes.count)].prefix { $0 != 0 }
        events.append(
          Event(
            folder: bytes.loadUnaligned(fromByteOffset: place, as: CInt.self),
            mask: bytes.loadUnaligned(fromByteOffset: place + 4, as: CInt.self),
            name: String(decoding: name, as: UTF8.self)))
        place += 16 + length
      }
    }
    return events
  }
}

// MARK: - Paths

/// The folder of a path and the name in it.
private func parts(of path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
  return (String(path[...slash]), String(path[path.utf8.index(after: slash)...]))
}

/// The absolute path with every link followed; nil where there is no such file.
private func resolved(_ path: String) -> String? {
  guard let pointer = realpath(path, nil) else { return nil }
  defer { free(pointer) }
  return String(cString: pointer)
}
