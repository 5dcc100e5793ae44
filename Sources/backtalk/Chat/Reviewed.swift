import Conversation
import SignOff
import TreeFile
import Triage
import Understanding

extension Conversation.Review {
  /// How much of a tree is signed, by the file beside it. What cannot be read of that does not count, which is said.
  ///
  /// Where nobody has signed anything, no digest is taken.
  init(of grammar: Grammar, at path: String) {
    self = .none
    do throws(UnusableSignatures) {
      let file = try SignedFile(beside: path)
      if !file.mistakes.isEmpty {
        complain("backtalk: not all of \(SignedFile.path(beside: path)) can be read; backtalk sign \(path) says why\n")
      }
      if !file.signatures.isEmpty { self = Self(file.state(of: grammar).review) }
    } catch {
      complain(about: "backtalk", "\(error.path) is ignored: \(error.reason)")
    }
  }

  private init(_ review: Review) {
    switch review {
    case .none: self = .none
    case .some: self = .some
    case .all(let reviewers, let last):
      self = .all(
        by: reviewers.map(\.name), last: CivilDate(year: last.year, month: last.month, day: last.day))
    }
  }
}
