/// What a word can only be a slip of, among numbers, units of time, days and months.
struct Slips: Sendable {
  var number: Int?
  /// In minutes.
  var unit: Int64?
  var weekday: Int?
  var month: Int?
}

extension Language {
  /// Nil for a word that is no slip. One that stands in the list may be a number with two letters swapped, and nothing
  /// else.
  func slips(of word: String) -> Slips? {
    if words.contains(word) { return swappedNumbers[word].map { Slips(number: $0) } }
    let near = sizeNames.near(word)
    guard word.utf8.count >= 3, !near.isEmpty else { return nil }
    let numberNames = near.filter { numbers[$0] != nil }
    let number = Slip.swapped(word, among: numberNames) ?? Slip.mend(word, among: numberNames.filter { $0.count >= 4 })
    let unit = Slip.mend(word, among: near.filter { units.whole([$0]) != nil })
    let weekday = Slip.mend(word, among: near.filter { weekdays[$0] != nil && $0.count > 5 })
    let month = Slip.mend(word, among: near.filter { months[$0] != nil && $0.count > 5 })
    guard number ?? unit ?? weekday ?? month != nil else { return nil }
    return Slips(
      number: number.flatMap { numbers[$0] }, unit: unit.flatMap { units.whole([$0]) },
      weekday: weekday.flatMap { weekdays[$0] }, month: month.flatMap { months[$0] })
  }

  /// Every way to swap two letters that stand side by side in a number of three letters or more.
  static func swapped(_ numbers: [String: Int]) -> [String: Int] {
    var swapped: [String: Int] = [:]
    for (word, number) in numbers where word.count >= 3 {
      for place in word.indices.dropLast() {
        var letters = Array(word)
        let first = word.distance(from: word.startIndex, to: place)
        letters.swapAt(first, first + 1)
        let slip = String(letters)
        if numbers[slip] == nil { swapped[slip] = number }
      }
    }
    return swapped
  }
}
