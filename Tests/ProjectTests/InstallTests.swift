import Foundation
import TestSupport
import Testing

/// Installing and uninstalling, below a folder of the test's own. The program is the one built for the tests, and the
/// man page a stand-in, since building either as it is released takes minutes.
@Suite struct InstallTests {
  static let everything = [
    "bin/backtalk", "share/backtalk/DecisionTrees/back-pain.seal", "share/backtalk/DecisionTrees/back-pain.yaml",
    "share/backtalk/DecisionTrees/examples/oswestry.seal", "share/backtalk/DecisionTrees/examples/oswestry.yaml",
    "share/backtalk/DecisionTrees/examples/ottawa.seal", "share/backtalk/DecisionTrees/examples/ottawa.yaml",
    "share/backtalk/DecisionTrees/examples/phq-2.seal", "share/backtalk/DecisionTrees/examples/phq-2.yaml",
    "share/backtalk/DecisionTrees/examples/roland-morris.seal",
    "share/backtalk/DecisionTrees/examples/roland-morris.yaml",
    "share/backtalk/DecisionTrees/examples/start-back.seal",
    "share/backtalk/DecisionTrees/examples/start-back.yaml", "share/backtalk/DecisionTrees/library/stretches.yaml",
    "share/bash-completion/completions/backtalk", "share/fish/vendor_completions.d/backtalk.fish",
    "share/man/man1/backtalk.1", "share/zsh/site-functions/_backtalk",
  ]

  /// A folder with a space in its name, which holds what was built and what is installed.
  final class Place {
    let folder = FileManager.default.temporaryDirectory.appending(path: "a place \(UUID().uuidString)")
    var parts: URL { folder.appending(path: "parts") }

    init(built: Bool = true) throws {
      try FileManager.default.createDirectory(at: parts, withIntermediateDirectories: true)
      guard built else { return }
      let program = builtProgram("backtalk")
      // By a program of its own: a file that is open for writing cannot be run.
      _ = try Run(["/bin/cp", program, parts.path])
      try Data(".TH BACKTALK 1\n".utf8).write(to: parts.appending(path: "backtalk.1"))
      for shell in ["bash", "zsh", "fish"] {
        let completions = try Run([program, "--generate-completion-script", shell]).output
        try Data(completions.utf8).write(to: parts.appending(path: "backtalk.\(shell)"))
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ script: String, prefix: String, root: String = "") throws -> Run {
      try Run(
        ["/bin/sh", Project.root.appending(path: "scripts/\(script)").path, prefix, root],
        environment: ["PATH": "/usr/bin:/bin", "PARTS": parts.path])
    }

    /// Every file below a path.
    func files(below path: String) -> Set<String> {
      let found = FileManager.default.enumerator(atPath: path)
      var files: Set<String> = []
      while let name = found?.nextObject() as? String {
        if found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular { files.insert(name) }
      }
      return files
    }
  }

  @Test(arguments: [("/opt/here", ""), ("/usr", "/staging area")])
  func `everything that is installed is taken away again, and nothing else`(_ prefix: String, _ root: String) throws {
    let place = try Place()
    let root = place.folder.path + root
    let top = root + prefix
    try FileManager.default.createDirectory(atPath: top + "/bin", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: top + "/bin/neighbour"))

    let install = try place.run("install", prefix: prefix, root: root)
    #expect(install.status == 0, "\(install.complaints)")
    #expect(place.files(below: top).isSuperset(of: Self.everything))
    #expect(!place.files(below: top).contains { $0.hasSuffix(".cases.yaml") || $0.hasSuffix(".chat") })

    let uninstall = try place.run("uninstall", prefix: prefix, root: root)
    #expect(uninstall.status == 0, "\(uninstall.complaints)")
    #expect(place.files(below: top) == ["bin/neighbour"])
  }

  @Test func `the installed program finds its trees from any other folder`() throws {
    let place = try Place()
    let prefix = place.folder.path + "/prefix"
    #expect(try place.run("install", prefix: prefix).status == 0)
    let run = try Run(["/bin/sh", "-c", "cd / && exec \"$0\" --version", prefix + "/bin/backtalk"])
    #expect(run.status == 0, "\(run.complaints)")
    #expect(run.output.contains("\(prefix)/share/backtalk/DecisionTrees/back-pain.yaml"))
  }

  @Test func `where nothing was built it says so and installs nothing`() throws {
    let place = try Place(built: false)
    let run = try place.run("install", prefix: place.folder.path + "/prefix")
    #expect(run.status == 2)
    #expect(run.complaints.contains("make build"))
    #expect(place.files(below: place.folder.path) == [])
  }
}
