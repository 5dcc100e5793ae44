import Glibc
import SignOff
import TreeFile
import Watching

extension CheckCommand {
  /// Checks the trees, and again whenever one of their files has changed, until Ctrl-C, which is how it is meant to end.
  func keepChecking() -> Never {
    signal(SIGINT) { _ in _exit(0) }
    let watch = FileWatch(paths: trees)
    while true {
      var loaded = load()
      // A file is watched once it is known, and may have changed before that.
      if watch.follow(loaded.flatMap(\.watched) + trees.map { SignedFile.path(beside: $0) }) { loaded = load() }
      _ = check(loaded)
      fflush(nil)
      watch.waitForChange()
      tell("\n\(Self.separator(localTime().minute))\n\n")
      fflush(nil)
    }
  }

  /// A line that says when: minutes since midnight.
  private static func separator(_ minute: Int) -> String {
    let digits = [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
    return "--- changed, and checked again at \(digits.joined(separator: ":")) ---"
  }
}

extension Loaded {
  /// The files that what was loaded depends on, those too that were missed.
  fileprivate var watched: [String] {
    let missing = diagnostics.compactMap { diagnostic -> String? in
      guard case .libraryMissing(let path) = diagnostic.mistake else { return nil }
      return DiskFiles.path(path, writtenIn: map.sources.position(of: diagnostic.span).file)
    }
    return map.files + missing
  }
}
