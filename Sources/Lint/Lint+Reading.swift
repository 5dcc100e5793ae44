import Triage

extension Lint {
  /// How hard the texts of a tree are to read.
  public struct Reading: Equatable, Sendable {
    /// The lower of the two in the middle, where there are two.
    public var median: Grade
    public var highest: Grade
    /// How many texts are long enough to be graded.
    public var texts: Int
  }

  /// Nil where no text is long enough to be graded, or the tree is not in English.
  public func reading(of grammar: Grammar) -> Reading? { reading(graded(grammar).map(\.grade)) }

  private func reading(_ grades: [Grade]) -> Reading? {
    let grades = grades.sorted()
    return grades.last.map { Reading(median: grades[(grades.count - 1) / 2], highest: $0, texts: grades.count) }
  }

  /// The texts that are hard to read, and whether the tree is as a whole.
  func readingGrades(of grammar: Grammar) -> [Remark] {
    let texts = graded(grammar)
    let remarks = texts.filter { $0.grade > highestGrade }.map { text in
      Remark(.hardText(text.passage, text.prose, text.grade, highest: highestGrade), at: text.passage.part)
    }
    guard let median = reading(texts.map(\.grade))?.median, median > highestMedian else { return remarks }
    return [Remark(.hardTree(median, highest: highestMedian), at: .none)] + remarks
  }

  /// The texts that are long enough to be graded. The formula is for English alone.
  private func graded(_ grammar: Grammar) -> [(passage: Passage, prose: Prose, grade: Grade)] {
    guard grammar.language.lowercased().hasPrefix("en") else { return [] }
    var counter = WordCounter(knownWords)
    return grammar.passages.compactMap { passage in
      let prose = Prose(passage.text, &counter)
      return prose.grade.map { (passage, prose, $0) }
    }
  }
}
