import ArgumentParser
import Display
import Regression

/// Whether and how it is told what of the trees was tested.
struct CoverageOptions: ParsableArguments {
  @Flag(help: "Tell how much of each tree was tested, and which lines of it never were.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "Fail where less of a tree is covered. This option and the next two imply --coverage.", valueName: "percent"))
  var minCoverage: Int?

  @Option(
    help: ArgumentHelp(
      """
      How the coverage is written. As json or lcov it has standard output to itself, and the report goes to standard \
      error.
      """, valueName: "format"))
  var coverageFormat: CoverageFormat?

  @Option(
    help: ArgumentHelp(
      "Write the coverage to a file. Standard output then has the report and the coverage as text.", valueName: "file"),
    completion: .file())
  var coverageFile: String?

  func validate() throws {
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError("--min-coverage takes a whole number from 0 to 100.")
    }
  }

  var isWanted: Bool { coverage || minCoverage != nil || coverageFormat != nil || coverageFile != nil }
}

extension CoverageFormat: ExpressibleByArgument {}

extension CoverageOptions {
  private var format: CoverageFormat { coverageFormat ?? .text }

  /// Whether standard output is for a program to read.
  var isDocumentOnly: Bool { format != .text && coverageFile == nil }

  /// Writes down what was covered.
  ///
  /// - Returns: the exit status: 1 where less of a tree is covered than was asked for, 2 where the file cannot be
  ///   written.
  func write(_ coverage: [Coverage]) -> Int32 {
    guard isWanted else { return 0 }
    tell(isDocumentOnly ? format.document(of: coverage) : coverage.map { "\n" + $0.text }.joined())
    let shortfalls = coverage.compactMap { $0.shortfall(below: minCoverage ?? 0) }
    for text in shortfalls { complain(text) }
    return max(shortfalls.isEmpty ? 0 : 1, writeFile(coverage))
  }

  private func writeFile(_ coverage: [Coverage]) -> Int32 {
    guard let coverageFile else { return 0 }
    do throws(UnusableFile) {
      try save(visible(format.document(of: coverage)), to: coverageFile)
      return 0
    } catch {
      complain(about: error.path, error.reason)
      return 2
    }
  }
}
