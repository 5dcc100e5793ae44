import Foundation
import Testing
import Watching

/// A folder of its own for one test, gone when the test is over.
private final class Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "watching-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
  }
}

/// Long enough for the slowest machine; nothing waits so long where all is well.
private let patience = 20_000
/// Long enough to notice what must not be noticed.
private let moment = 300

/// Does something on another thread, after a while.
private func soon(_ work: @escaping @Sendable () throws -> Void) {
  Thread.detachNewThread {
    Thread.sleep(forTimeInterval: 0.15)
    try? work()
  }
}

@Suite struct FileWatchTests {
  @Test func `a file that is written in place has changed, and once`() throws {
    let folder = try Folder()
    try folder.write("one", to: "tree.yaml")
    let watch = FileWatch(paths: [folder.path("tree.yaml")])
    #expect(!watch.waitForChange(atMost: moment))
    let path = folder.path("tree.yaml")
    soon { try "two".write(toFile: path, atomically: false, encoding: .utf8) }
    #expect(watch.waitForChange(atMost: patience))
    #expect(!watch.waitForChange(atMost: moment))
  }

  /// It is told of long before the file would be looked at. A busy machine may need several tries.
  @Test func `a change is told at once`() throws {
    let folder = try Folder()
    let path = folder.path("tree.yaml")
    let watch = FileWatch(paths: [path])
    let waits = (1...5).map { count -> Duration in
      soon { try String(count).write(toFile: path, atomically: true, encoding: .utf8) }
      return ContinuousClock().measure { watch.waitForChange(atMost: patience) }
    }
    #expect(waits.contains { $0 < .milliseconds(600) }, "\(waits)")
  }

  @Test func `a file that is replaced by another of its name has changed, each time`() throws {
    let folder = try Folder()
    try folder.write("one", to: "tree.yaml")
    let path = folder.path("tree.yaml")
    let watch = FileWatch(paths: [path])
    for text in ["two", "six", "ten"] {
      soon { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      #expect(watch.waitForChange(atMost: patience))
      #expect(!watch.waitForChange(atMost: moment))
    }
  }

  @Test func `a file may be deleted and made anew`() throws {
    let folder = try Folder()
    try folder.write("one", to: "tree.yaml")
    let path = folder.path("tree.yaml")
    let watch = FileWatch(paths: [path])
    soon { try FileManager.default.removeItem(atPath: path) }
    #expect(watch.waitForChange(atMost: patience))
    soon { try "one".write(toFile: path, atomically: false, encoding: .utf8) }
    #expect(watch.waitForChange(atMost: patience))
    soon { try "two".write(toFile: path, atomically: false, encoding: .utf8) }
    #expect(watch.waitForChange(atMost: patience))
  }

  @Test func `a folder may be deleted and made anew, and come late`() throws {
    let folder = try Folder()
    let library = folder.path("library")
    let path = folder.path("library/fruit.yaml")
    let watch = FileWatch(paths: [path])
    let make: @Sendable () throws -> Void = {
      try FileManager.default.createDirectory(atPath: library, withIntermediateDirectories: true)
      try "one".write(toFile: path, atomically: false, encoding: .utf8)
    }
    for _ in 1...2 {
      soon(make)
      #expect(watch.waitForChange(atMost: patience))
      soon { try "three".write(toFile: path, atomically: true, encoding: .utf8) }
      #expect(watch.waitForChange(atMost: patience))
      soon { try FileManager.default.removeItem(atPath: library) }
      #expect(watch.waitForChange(atMost: patience))
    }
  }

  @Test func `other files of the folder may change`() throws {
    let folder = try Folder()
    try folder.write("one", to: "tree.yaml")
    let watch = FileWatch(paths: [folder.path("tree.yaml")])
    try folder.write("swap", to: ".tree.yaml.swp")
    try folder.write("old", to: "tree.yaml~")
    #expect(!watch.waitForChange(atMost: moment))
  }

  @Test func `changes that follow one another at once are told as one`() throws {
    let folder = try Folder()
    try folder.write("0", to: "tree.yaml")
    let path = folder.path("tree.yaml")
    let watch = FileWatch(paths: [path])
    soon {
      for count in 1...10 {
        try String(count).write(toFile: path, atomically: count % 2 == 0, encoding: .utf8)
        let written = Date()
        Thread.sleep(forTimeInterval: 0.02)
        // A machine that lets this thread wait too long makes two changes of it, as it should.
        if Date().timeIntervalSince(written) > 0.05 {
          try "late".write(toFile: path + ".late", atomically: true, encoding: .utf8)
        }
      }
    }
    #expect(watch.waitForChange(atMost: patience))
    let wasLate = FileManager.default.fileExists(atPath: path + ".late")
    #expect(try wasLate || String(contentsOfFile: path, encoding: .utf8) == "10")
    #expect(wasLate || !watch.waitForChange(atMost: moment))
  }

  @Test func `what changes between two waits is not lost`() throws {
    let folder = try Folder()
    try folder.write("one", to: "tree.yaml")
    let watch = FileWatch(paths: [folder.path("tree.yaml")])
    try folder.write("two", to: "tree.yaml")
    #expect(watch.waitForChange(atMost: 0))
    #expect(!watch.waitForChange(atMost: 0))
    try FileManager.default.removeItem(atPath: folder.path("tree.yaml"))
    #expect(watch.waitForChange(atMost: 0))
  }

  @Test func `a link is watched, and where it leads`() throws {
    let folder = try Folder()
    let manager = FileManager.default
    let (link, first) = (folder.path("tree.yaml"), folder.path("versions/1.yaml"))
    try manager.createDirectory(atPath: folder.path("versions"), withIntermediateDirectories: true)
    try folder.write("one", to: "versions/1.yaml")
    try folder.write("two", to: "versions/2.yaml")
    try manager.createSymbolicLink(atPath: link, withDestinationPath: "versions/1.yaml")
    let watch = FileWatch(paths: [link])
    soon { try "three".write(toFile: first, atomically: true, encoding: .utf8) }
    #expect(watch.waitForChange(atMost: patience))
    soon {
      try FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "versions/2.yaml")
    }
    #expect(watch.waitForChange(atMost: patience))
    #expect(!watch.waitForChange(atMost: moment))
  }

  @Test func `the files that are watched may become others`() throws {
    let folder = try Folder()
    for name in ["tree.yaml", "old.yaml", "new.yaml"] { try folder.write("one", to: name) }
    let watch = FileWatch(paths: [folder.path("tree.yaml"), folder.path("old.yaml")])
    try folder.write("two", to: "tree.yaml")
    #expect(watch.follow([folder.path("tree.yaml"), folder.path("new.yaml")]))
    #expect(!watch.follow([folder.path("new.yaml"), folder.path("tree.yaml")]))
    #expect(watch.waitForChange(atMost: 0), "what happened to a file that is still watched counts")
    try folder.write("two", to: "old.yaml")
    #expect(!watch.waitForChange(atMost: moment))
    try folder.write("two", to: "new.yaml")
    #expect(watch.waitForChange(atMost: patience))
  }

  @Test func `waiting wakes seldom, whatever happens beside the files`() throws {
    let folder = try Folder()
    try folder.write("one", to: "tree.yaml")
    let watch = FileWatch(paths: [folder.path("tree.yaml")])
    let noise = folder.path("noise.log")
    Thread.detachNewThread {
      let end = Date(timeIntervalSinceNow: 1)
      while Date() < end { try? "noise".write(toFile: noise, atomically: true, encoding: .utf8) }
    }
    let before = wakes()
    #expect(!watch.waitForChange(atMost: 1_000))
    #expect(wakes() - before < 200)
  }

  /// How often this thread has waited for something.
  private func wakes() -> Int {
    var usage = rusage()
    getrusage(1, &usage)  // RUSAGE_THREAD, which Swift does not see
    return usage.ru_nvcsw
  }
}
