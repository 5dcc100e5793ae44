import Assurance

/// Sets of patients as fewer sets.
extension Difference.Patients {
  /// More sets than this are not looked through pair by pair.
  static let mostSimplified = 200

  /// What both answer: of each question that both are told by, the answers of either.
  func joined(with other: Difference.Patients) -> Difference.Patients {
    var joined = self
    joined.answers = answers.compactMap { one in
      other.answers.first { $0.question == one.question }.flatMap { one.joined(with: $0) }
    }
    return joined
  }

  /// The same patients in fewer sets: two that differ in one question only become one.
  static func simplified(_ cubes: [Difference.Patients]) -> [Difference.Patients] {
    var left = cubes
    var number = 0
    while number < left.count {
      guard let (other, both) = partner(of: number, in: left) else {
        number += 1
        continue
      }
      left[number] = both
      left.remove(at: other)
      number = 0
    }
    return left
  }

  private static func partner(of number: Int, in cubes: [Difference.Patients]) -> (Int, Difference.Patients)? {
    for other in cubes.indices.dropFirst(number + 1) {
      if let both = cubes[number].united(with: cubes[other]) { return (other, both) }
    }
    return nil
  }

  /// Exactly the patients of both, where that is one set.
  private func united(with other: Difference.Patients) -> Difference.Patients? {
    guard answers.map(\.question) == other.answers.map(\.question) else { return nil }
    let differing = answers.indices.filter { answers[$0] != other.answers[$0] }
    guard let place = differing.first else { return self }
    guard differing.count == 1, case .values = answers[place].accepted, case .values = other.answers[place].accepted,
      let both = answers[place].joined(with: other.answers[place])
    else { return nil }
    var united = self
    united.answers[place] = both
    return united
  }
}

extension Difference.Answers {
  /// The answers of either; nil where nothing can be said of both.
  func joined(with other: Difference.Answers) -> Difference.Answers? {
    var joined = self
    switch (accepted, other.accepted) {
    case (.values(let ranges, let isUnsure), .values(let others, let isOtherUnsure)):
      joined.accepted = .values(Self.merged(ranges + others), isUnsure: isUnsure || isOtherUnsure)
    case (.picks(let picked, let left), .picks(let others, let othersLeft)):
      let (both, neither) = (picked.intersection(others), left.intersection(othersLeft))
      guard !both.isEmpty || !neither.isEmpty else { return nil }
      joined.accepted = .picks(both, not: neither)
    default: return nil
    }
    return joined
  }

  static func merged(_ ranges: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      guard let last = merged.last, Int64(range.lowerBound) <= Int64(last.upperBound) + 1 else {
        return merged.append(range)
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
  }
}
