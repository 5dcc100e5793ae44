import TreeFile
import Triage

/// How many questions are put to the patients of a tree's cases who end at its lowest level.
public struct QuestionCounts: Equatable, Sendable {
  public let patients: Int
  /// The higher of the two in the middle, where there are two.
  public let median: Int
  public let most: Int

  /// Nil where there are no such patients.
  ///
  /// - Parameter counts: for each patient, how many questions were put.
  init?(_ counts: [Int]) {
    guard let most = counts.max() else { return nil }
    (patients, median, self.most) = (counts.count, counts.sorted()[counts.count / 2], most)
  }

  /// Of the cases that lie beside a tree: in its folder, in `tests` within that, or in `tests` beside that. Where they
  /// cannot be read, that is for whoever tests the tree to see.
  ///
  /// - Parameters:
  ///   - path: where the tree is.
  ///   - libraries: folders from which trees may take files, beside their own.
  public init?(ofCasesBeside path: String, of tree: Tree, libraries: [String]) {
    let places = ["tests", "../tests", "."].map { DiskFiles.path($0, writtenIn: path) }.map { $0.isEmpty ? "." : $0 }
    let files = places.flatMap { place in ((try? names(in: place)) ?? []).map { "\(place)/\($0)" } }
    var counts: [Int] = []
    for file in files where TestFile(file)?.kind == .cases {
      let cases = Loader().loadCases(path: file, libraries: libraries)
      guard let own = cases.loaded.tree, own.grammar.id == tree.grammar.id else { continue }
      for test in cases.cases.all {
        let run = CaseRun(own, test, defaults: cases.cases.defaults)
        guard case .ended(let ending) = run.session.position, run.halt == nil else { continue }
        if own.grammar.outcomes[ending.outcome].level == LevelID(0) { counts.append(Set(run.asked).count) }
      }
    }
    self.init(counts)
  }
}
