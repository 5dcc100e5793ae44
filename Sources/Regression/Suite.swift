import Conversation
import TreeFile
import Triage
import Understanding

/// Runs the scripts and cases at some paths, in the order of the paths and of the names below them.
public struct Suite {
  /// Folders from which trees may take files, beside their own.
  private let libraries: [String]
  /// Whether scripts that went otherwise are written anew.
  private let updates: Bool
  private let lookElsewhere: LookElsewhere
  private var report = Report()
  private var trees: [String: Loaded] = [:]
  private var listeners: [String: Listener] = [:]
  /// Nil where nobody wants to know what of the trees was tested.
  private var tally: Tally?

  /// - Parameter lookElsewhere: looks for what would have led a patient of a script elsewhere, where one asks.
  public init(
    libraries: [String] = [], updates: Bool = false, measuresCoverage: Bool = false,
    lookElsewhere: @escaping LookElsewhere = { _, _ in .notFound }
  ) {
    self.libraries = libraries
    self.updates = updates
    self.lookElsewhere = lookElsewhere
    tally = measuresCoverage ? Tally() : nil
  }

  public mutating func run(_ paths: [String]) -> Report {
    for path in paths {
      do throws(UnusableFile) {
        let files = try TestFile.find(at: path)
        if files.isEmpty { tellUnusable(path, "there are no scripts and no cases here") }
        for file in files { try run(file) }
      } catch {
        tellUnusable(error.path, error.reason)
      }
    }
    report.coverage = tally?.coverages ?? []
    return report
  }

  /// Notes why nothing can be run from a place, on one line, and more about it below that.
  private mutating func tellUnusable(_ place: String, _ reason: String, _ more: String? = nil) {
    report.unusable.append(Message.harmless("\(place): \(reason)") + "\n" + (more.map { "\n" + $0 } ?? ""))
  }

  private mutating func run(_ file: TestFile) throws(UnusableFile) {
    switch file.kind {
    case .cases: runCases(file.path)
    case .script: try runScript(file.path)
    }
  }

  // MARK: Cases

  private mutating func runCases(_ path: String) {
    let cases = Loader().loadCases(path: path, libraries: libraries)
    guard let tree = cases.loaded.tree else { return report.unusable.append(cases.loaded.report) }
    var file = Report.File(path: path)
    let counted = tally?.position(of: tree, cases.loaded.map)
    for test in cases.cases.all {
      let run = CaseRun(tree, test, defaults: cases.cases.defaults)
      if let counted { tally?.count([run.session.events], at: counted) }
      let complaints = run.complaints(about: test)
      if complaints.isEmpty {
        file.passed += 1
      } else {
        file.failures.append(run.failure(of: test, complaints, cases.loaded.map))
      }
    }
    report.files.append(file)
  }

  // MARK: Scripts

  private mutating func runScript(_ path: String) throws(UnusableFile) {
    let text = try read(path)
    let script: Script
    do throws(ScriptMistake) {
      script = try Script(text)
    } catch {
      return tellUnusable("\(path):\(error.line)", error.words)
    }
    let treePath = DiskFiles.path(script.header.tree, writtenIn: path)
    let loaded = load(treePath)
    guard let tree = loaded.tree else {
      return tellUnusable(path, "the script's tree has mistakes", loaded.report)
    }
    let listener = listeners[treePath] ?? Listener(tree)
    listeners[treePath] = listener
    var histories = Histories()
    let played = script.played(on: tree, hearing: listener, lookElsewhere: lookElsewhere) {
      if tally != nil { histories.note($0.events) }
    }
    if let counted = tally?.position(of: tree, loaded.map) { tally?.count(histories.all, at: counted) }
    report.files.append(try check(script, at: path, against: tree, played: played))
  }

  private func check(
    _ script: Script, at path: String, against tree: Tree, played: Script
  ) throws(UnusableFile) -> Report.File {
    var file = Report.File(path: path)
    if played == script {
      file.passed = 1
    } else if updates {
      try write(played.text, to: path)
      file.passed = 1
      file.update = script.difference(from: played, named: path)
    } else {
      file.failures = [script.failure(against: played, on: tree, named: path)]
    }
    return file
  }

  private mutating func load(_ path: String) -> Loaded {
    if let loaded = trees[path] { return loaded }
    let loaded = Loader().load(path: path, libraries: libraries)
    trees[path] = loaded
    return loaded
  }
}
