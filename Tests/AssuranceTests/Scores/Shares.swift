/// Somebody as far as a share of ten items of nought to five can tell.
struct Tally {
  /// Nil where the item was left open.
  var first: Int?
  var last: Int?
  /// Of all items that were answered.
  var sum: Int
  var answered: Int

  /// Everybody: the first and the last item one by one, and any sum that the answered of the other eight can give.
  static let all: [Tally] = {
    let answers = [nil] + (0...5).map(Optional.some)
    return answers.flatMap { first in
      answers.flatMap { last in
        (0...8).flatMap { others in
          (0...5 * others).map { rest in
            Tally(
              first: first, last: last, sum: (first ?? 0) + (last ?? 0) + rest,
              answered: [first, last].count { $0 != nil } + others)
          }
        }
      }
    }
  }()

  var open: Int { 10 - answered }

  /// How the share, 20 × sum ÷ answered, compares with so many millionths: below 0, 0 or above 0; nil without a share.
  func share(against millionths: Int) -> Int? {
    answered == 0 ? nil : (20 * 1_000_000 * sum - millionths * answered).signum()
  }

  /// From 0 to 4, beginning behind each fifth of the way; nil where nothing was answered.
  var level: Int? { answered == 0 ? nil : (1...4).count { share(against: $0 * 20 * 1_000_000)! > 0 } }
}

extension Tally {
  func isAbove(_ percent: Double) -> Bool { isShare(percent) { $0 > 0 } }
  func isFrom(_ percent: Double) -> Bool { isShare(percent) { $0 >= 0 } }
  func isBelow(_ percent: Double) -> Bool { isShare(percent) { $0 < 0 } }
  func isUpTo(_ percent: Double) -> Bool { isShare(percent) { $0 <= 0 } }

  /// Six decimals of a percentage are far fewer than a `Double` holds.
  private func isShare(_ percent: Double, _ isSo: (Int) -> Bool) -> Bool {
    share(against: Int((percent * 1_000_000).rounded())).map(isSo) ?? false
  }

  func isLevel(_ isSo: (Int) -> Bool) -> Bool { level.map(isSo) ?? false }
}
