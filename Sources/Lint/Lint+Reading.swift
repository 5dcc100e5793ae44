import Triage

extension Lint {
  /// The texts that are hard to read, and whether the tree is as a whole. The formula is for English alone.
  func readingGrades(of grammar: Grammar) -> [Remark] {
    guard grammar.language.lowercased().hasPrefix("en") else { return [] }
    var counter = WordCounter(knownWords)
    var grades: [Grade] = []
    var remarks: [Remark] = []
    for passage in grammar.passages {
      let prose = Prose(passage.text, &counter)
      guard let grade = prose.grade else { continue }
      grades.append(grade)
      guard grade > highestGrade else { continue }
      remarks.append(Remark(.hardText(passage, prose, grade, highest: highestGrade), at: passage.part))
    }
    guard let median = Self.median(of: grades), median > highestMedian else { return remarks }
    return [Remark(.hardTree(median, highest: highestMedian), at: .none)] + remarks
  }

  /// The lower of the two in the middle, where there are two.
  private static func median(of grades: [Grade]) -> Grade? {
    grades.isEmpty ? nil : grades.sorted()[(grades.count - 1) / 2]
  }
}
