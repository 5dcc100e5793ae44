import Glibc

/// Waits until files have changed, in whatever way they do: written in place, replaced by another of their name as
/// editors do, deleted, or made anew.
///
/// The kernel tells of changes in the folders of the files. Every second the files are looked at as well, for folders
/// that come and go and for file systems that tell nothing.
public final class FileWatch {
  private var states: [String: FileState] = [:]
  private let folders = FolderEvents()

  /// Watches from now on. A file need not be there yet, nor its folder.
  public init(paths: some Sequence<String>) { follow(paths) }

  /// Watches these files and no others. A change of one that was watched before still counts.
  ///
  /// - Returns: whether any is new. It is watched only from now on, so whoever has read it already should do so again.
  @discardableResult
  public func follow(_ paths: some Sequence<String>) -> Bool {
    let before = states
    states = Dictionary(paths.map { ($0, before[$0] ?? FileState(of: $0)) }) { first, _ in first }
    folders.watch(Array(states.keys))
    return states.keys.contains { before[$0] == nil }
  }

  /// Waits for a change, and on until nothing has changed for ``quiet``.
  ///
  /// What has changed since the last wait, or since a file was first followed, counts.
  ///
  /// - Parameter limit: how long to wait, in milliseconds; without one, for ever.
  /// - Returns: false where nothing changed in that time.
  @discardableResult
  public func waitForChange(atMost limit: Int? = nil) -> Bool {
    let end = limit.map { milliseconds() + $0 }
    while !takeChange() {
      let rest = end.map { $0 - milliseconds() } ?? Self.betweenLooks
      guard rest > 0 else { return false }
      // Where other files of the folder change without end, it is enough to look now and then.
      if folders.wait(milliseconds: min(rest, Self.betweenLooks)) { sleep(milliseconds: min(rest, Self.pause)) }
    }
    settle()
    return true
  }

  private func settle() {
    let end = milliseconds() + Self.longestSettling
    repeat { sleep(milliseconds: Self.quiet) } while takeChange() && milliseconds() < end
    folders.watch(Array(states.keys))
  }

  /// Whether anything has changed since this was last asked.
  private func takeChange() -> Bool {
    let wasHeard = folders.takeHeard()
    let now = Dictionary(uniqueKeysWithValues: states.keys.map { ($0, FileState(of: $0)) })
    let isDifferent = now != states
    states = now
    if folders.hasLost { folders.watch(Array(states.keys)) }
    return wasHeard || isDifferent
  }

  /// Milliseconds without a change after which a change has settled.
  public static let quiet = 80
  /// Milliseconds after which a change is told though others follow it.
  private static let longestSettling = 2_000
  private static let betweenLooks = 1_000
  private static let pause = 20
}

/// What tells one version of a file from another without reading it.
enum FileState: Equatable {
  case missing
  case present(device: UInt, inode: UInt, size: Int, written: Instant, changed: Instant)

  struct Instant: Equatable {
    var seconds: Int
    var nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  /// Of the file that the path leads to, through links.
  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing
      return
    }
    self = .present(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
      written: Instant(status.st_mtim), changed: Instant(status.st_ctim))
  }
}

/// On a clock that nobody sets.
private func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}

private func sleep(milliseconds: Int) { poll(nil, 0, CInt(milliseconds)) }
