import TreeFile

/// What came of the scripts and cases that were run, file by file.
public struct Report: Equatable, Sendable {
  public var files: [File] = []
  /// What could not be run at all, each as text that ends its line.
  public var unusable: [String] = []
  /// What of each tree was tested, where that was to be measured.
  public var coverage: [Coverage] = []

  public struct File: Equatable, Sendable {
    public var path: String
    public var passed = 0
    public var failures: [Failure] = []
    /// How a script changed that was written anew.
    public var update: String?
  }

  public struct Failure: Equatable, Sendable {
    /// Where it is written, and what it is called.
    public var title: String
    /// What was expected, what came, and how it came to that; its lines indented, each ended.
    public var account: String
  }

  public var passed: Int { files.map(\.passed).reduce(0, +) }
  public var failed: Int { files.map(\.failures.count).reduce(0, +) }

  /// 0: all passed. 1: some failed. 2: something could not be run, or there was nothing to run.
  public var exitStatus: Int32 {
    if !unusable.isEmpty || files.isEmpty { return 2 }
    return failed > 0 ? 1 : 0
  }
}

extension Report {
  /// The report for people, in which no path and no name of a case breaks a line. What was unusable is no part of it.
  public var text: String {
    let paths = files.map { Message.harmless($0.path) }
    let width = paths.map(\.count).max() ?? 0
    let table = zip(paths, files).map { path, file in
      path + String(repeating: " ", count: width - path.count + 2) + file.verdict + "\n"
    }
    let updates = zip(paths, files).compactMap { path, file in file.update.map { "\n\(path) is now\n\($0)" } }
    let failures = files.flatMap(\.failures).map { "\nFAILED \(Message.harmless($0.title))\n\($0.account)" }
    return (table + updates + failures).joined() + "\n\(passed) passed, \(failed) failed\n"
  }
}

extension Report.File {
  fileprivate var verdict: String {
    if update != nil { return "written anew" }
    return failures.isEmpty ? "\(passed) passed" : "\(passed) passed, \(failures.count) failed"
  }
}
