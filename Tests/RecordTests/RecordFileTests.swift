import Foundation
import Testing

@testable import Record

/// The file: made anew, for its owner alone, and by one writer.
@Suite struct RecordFileTests {
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }
    func path(_ name: String) -> String { url.appending(path: name).path }
    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    func write(_ text: String, _ name: String) throws {
      try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }
  }

  private func reason(_ action: () throws -> Any) -> RecordFailure.Reason? {
    do { _ = try action() } catch { return (error as? RecordFailure)?.reason }
    return nil
  }

  @Test func `never takes the place of a file`() throws {
    let folder = try Folder()
    try folder.write("mine", "a")
    #expect(reason { try RecordFile.create(folder.path("a")) } == .exists)
    #expect(try folder.text("a") == "mine")
  }

  @Test(arguments: [true, false])
  func `is never made through a link, whether that leads anywhere or not`(_ leadsSomewhere: Bool) throws {
    let folder = try Folder()
    if leadsSomewhere { try folder.write("mine", "a") }
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: folder.path("a"))
    #expect(reason { try RecordFile.create(folder.path("link")) } == .exists)
    #expect(FileManager.default.fileExists(atPath: folder.path("a")) == leadsSomewhere)
    if leadsSomewhere { #expect(try folder.text("a") == "mine") }
  }

  @Test func `is neither gone on with nor read through a link`() throws {
    let folder = try Folder()
    try folder.write("mine", "a")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: folder.path("a"))
    #expect(reason { try RecordFile.reopen(folder.path("link")) } == .isLink)
    #expect(reason { try RecordFile.read(folder.path("link")) } == .isLink)
  }

  @Test func `is not gone on with where it has another name too`() throws {
    let folder = try Folder()
    try folder.write("mine", "a")
    try FileManager.default.linkItem(atPath: folder.path("a"), toPath: folder.path("b"))
    #expect(reason { try RecordFile.reopen(folder.path("a")) } == .manyNames)
  }

  @Test func `has one writer at a time`() throws {
    let folder = try Folder()
    var file: RecordFile? = try RecordFile.create(folder.path("a"))
    try file?.append("one\n")
    #expect(reason { try RecordFile.reopen(folder.path("a")) } == .inUse)
    #expect(try RecordFile.read(folder.path("a")) == Array("one\n".utf8))
    file = nil
    let (again, bytes) = try RecordFile.reopen(folder.path("a"))
    #expect(bytes == Array("one\n".utf8))
    try again.append("two\n")
    #expect(try folder.text("a") == "one\ntwo\n")
  }

  @Test func `what is no file is refused, and not waited for`() throws {
    let folder = try Folder()
    mkfifo(folder.path("pipe"), 0o600)
    for path in [folder.path("pipe"), folder.url.path, "/dev/null"] {
      #expect(reason { try RecordFile.read(path) } == .noFile, "\(path)")
    }
    #expect(reason { try RecordFile.read(folder.path("none")) } == .missing)
    #expect(reason { try RecordFile.reopen(folder.path("pipe")) } == .noFile)
  }

  @Test func `a place where nothing can be made says why`() throws {
    let folder = try Folder()
    let failure = reason { try RecordFile.create(folder.path("none/a")) }
    #expect(failure == .system("No such file or directory"))
  }
}
