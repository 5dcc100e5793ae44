import Foundation
import TestSupport
import Testing

/// What the two commands do about what a machine lacks, tried with stand-ins for the system's own programs.
@Suite struct PrepareTests {
  /// A machine made of shell scripts by their names. They write what they are asked to do into `log`.
  final class Machine {
    let folder = FileManager.default.temporaryDirectory.appending(path: "machine-\(UUID().uuidString)")

    init(installed: [String], user: Int = 0, without missing: Set<String> = []) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let query =
        "for last; do :; done; case \" \(installed.joined(separator: " ")) \" in *\" $last \"*) echo installed;; *) exit 1;; esac"
      let programs = [
        "swift": "", "id": "echo \(user)", "dpkg-query": query, "apt-get": "echo apt-get \"$@\" >> \(folder.path)/log",
        "sudo": "echo sudo >> \(folder.path)/log; \"$@\"", "env": "shift; \"$@\"",
      ]
      for (name, body) in programs where !missing.contains(name) {
        let (text, file) = (folder.appending(path: name + ".text"), folder.appending(path: name))
        try "#!/bin/sh\n\(body)\n".write(to: text, atomically: true, encoding: .utf8)
        // Copied by a process of its own: a file that this one has open for writing cannot be run while another test
        // starts a process, which has it open too for a moment.
        #expect(try Run(["/bin/cp", text.path, file.path]).status == 0)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs `scripts/prepare` with these programs alone.
    func prepare(_ more: String...) throws -> (status: Int32, said: String) {
      let script = Project.root.appending(path: "scripts/prepare").path
      let run = try Run(["/bin/sh", script] + more, environment: ["PATH": folder.path])
      return (run.status, run.output + run.complaints)
    }

    var log: String { (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? "" }
  }

  @Test func `nothing is done where nothing is missing`() throws {
    let machine = try Machine(installed: ["libedit-dev", "libyaml-dev", "libmd-dev"])
    let (status, said) = try machine.prepare()
    #expect(status == 0)
    #expect(said == "")
    #expect(machine.log == "")
  }

  @Test func `what is missing is named and installed, after the lists are brought up to date`() throws {
    let machine = try Machine(installed: ["libyaml-dev", "libmd-dev"])
    let (status, said) = try machine.prepare()
    #expect(status == 0)
    #expect(said.hasPrefix("Backtalk needs packages that are not installed here: libedit-dev\n"))
    #expect(said.contains("+ apt-get update"))
    #expect(
      machine.log == """
        apt-get update --quiet
        apt-get install --quiet --yes --no-install-recommends libedit-dev

        """)
  }

  @Test func `what is asked for besides is installed too`() throws {
    let machine = try Machine(installed: ["libedit-dev", "libyaml-dev", "libmd-dev"])
    #expect(try machine.prepare("strace").status == 0)
    #expect(machine.log.hasSuffix(" --no-install-recommends strace\n"))
  }

  @Test func `somebody who is not root installs through sudo, and sees it`() throws {
    let machine = try Machine(installed: [], user: 1000)
    let (status, said) = try machine.prepare()
    #expect(status == 0)
    #expect(said.contains("+ sudo apt-get update"))
    #expect(machine.log.split(separator: "\n").map { $0.prefix(11) } == ["sudo", "apt-get upd", "sudo", "apt-get ins"])
  }

  @Test func `without sudo the packages are named and nothing goes on`() throws {
    let machine = try Machine(installed: [], user: 1000, without: ["sudo"])
    let (status, said) = try machine.prepare()
    #expect(status == 2)
    #expect(said.contains("libedit-dev libyaml-dev libmd-dev"))
    #expect(machine.log == "")
  }

  @Test func `without Swift it says what is needed and from where`() throws {
    let (status, said) = try Machine(installed: [], without: ["swift"]).prepare()
    #expect(status == 2)
    #expect(said.contains("https://www.swift.org/install/"))
  }

  @Test func `on a machine that is no Debian it says what it needs and lets the build try`() throws {
    let (status, said) = try Machine(installed: [], without: ["dpkg-query"]).prepare()
    #expect(status == 0)
    #expect(said.contains("libedit, libyaml and libmd"))
  }

  @Test func `the manifest, the README and the script ask for the same Swift`() throws {
    let manifest = try Project.file("Package.swift").lines[0]
    let version = try #require(manifest.split(separator: " ").last)
    #expect(try Project.file("README.md").text.contains("[Swift](https://www.swift.org/install/) \(version) or later"))
    #expect(try Project.file("scripts/prepare").text.contains("Swift \(version) or later"))
  }
}
