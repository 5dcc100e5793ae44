/// How coverage is written down.
public enum CoverageFormat: String, CaseIterable, Sendable {
  case text, json, lcov

  public func document(of coverage: [Coverage]) -> String {
    switch self {
    case .text: coverage.map(\.text).joined(separator: "\n")
    case .json: coverage.json
    case .lcov: coverage.map(\.lcov).joined()
    }
  }
}
