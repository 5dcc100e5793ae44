import TreeFile
import Triage

/// Parts of a tree as its author names them.
extension Grammar {
  func text(_ level: Case.Expectation.Level) -> String {
    switch level {
    case .outside: "outside"
    case .level(let id): levels[id].name
    }
  }

  func text(_ stretches: [StretchID]) -> String {
    stretches.isEmpty ? "nothing" : stretches.map { self.stretches[$0].name }.joined(separator: ", ")
  }

  func text(_ sources: [SourceID]) -> String {
    sources.map { self.sources[$0].title }.joined(separator: "; ")
  }
}
