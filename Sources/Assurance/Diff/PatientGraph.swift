import Triage

/// Which patients come to which ending, as a diagram that decides one question after another.
struct PatientGraph {
  typealias Cube = [Int: Difference.Answers.Accepted]

  /// A place where it is decided by an answer who comes where.
  private struct Junction: Hashable {
    var question: Int32
    var ways: [Way]
  }

  private struct Way: Hashable {
    var news: Move.News
    var end: Int
  }

  let endings: [Comparing.Ending]
  private let model: Model
  private let search: Search
  private let junctions: [Junction]
  private let start: Int

  /// Ends are numbered below 0: -1 where nothing changes, and from -2 on the changes.
  private static let same = -1

  init(_ search: Search, _ model: Model) {
    let comparing = search.comparison!
    (endings, self.model, self.search) = (comparing.endings, model, search)
    var known: [Int: Int] = [:]
    var numbers: [Junction: Int] = [:]
    var junctions: [Junction] = []
    // What follows a state is known before it is its turn: nobody comes to a state twice.
    var open = search.table.count > 0 ? [(state: 0, isEntered: false)] : []
    while let (state, isEntered) = open.popLast() {
      if known[state] != nil { continue }
      let edges = comparing.edges[state] ?? []
      if !isEntered {
        open.append((state, true))
        for case .state(let next) in edges.map(\.end) where known[next] == nil { open.append((next, false)) }
        continue
      }
      let ways = edges.map { edge in
        switch edge.end {
        case .same: Way(news: edge.news, end: Self.same)
        case .change(let number): Way(news: edge.news, end: -2 - number)
        case .state(let next): Way(news: edge.news, end: known[next]!)
        }
      }
      if let first = ways.first, ways.allSatisfy({ $0.end == first.end }) {
        known[state] = first.end
      } else if ways.isEmpty {
        known[state] = Self.same
      } else {
        let junction = Junction(question: edges[0].question, ways: ways)
        let number = numbers[junction] ?? junctions.count
        if number == junctions.count { junctions.append(junction) }
        numbers[junction] = number
        known[state] = number
      }
    }
    self.junctions = junctions
    start = known[0] ?? Self.same
  }

  // MARK: One patient

  /// To which change a patient comes, by its number: `.some(nil)` to none, nil where an answer is missing.
  func ending(_ answer: (Int) -> Slot?) -> Int?? {
    var place = start
    while place >= 0 {
      let junction = junctions[place]
      guard let slot = answer(Int(junction.question)) else { return nil }
      guard let way = junction.ways.first(where: { isMeant(slot, by: $0.news, at: junction) }) else {
        return .some(nil)
      }
      place = way.end
    }
    return .some(place == Self.same ? nil : -2 - place)
  }

  private func isMeant(_ slot: Slot, by news: Move.News, at junction: Junction) -> Bool {
    switch news {
    case .isDefinite: return !slot.isUnsure
    case .isNotAsked: return false
    case .choice(let bit, let isPicked): return (slot.value >> bit & 1 == 1) == isPicked
    case .answer(let representative):
      if representative == slot { return true }
      let slots = junction.ways.compactMap { if case .answer(let other) = $0.news { other } else { nil } }
      return !slots.contains(slot) && isAlike(slot, representative, Int(junction.question))
    }
  }

  /// Whether no test tells two answers apart.
  private func isAlike(_ one: Slot, _ other: Slot, _ question: Int) -> Bool {
    search.tests(of: question).allSatisfy { $0.isPassed(by: one) == $0.isPassed(by: other) }
  }

  // MARK: All patients

  /// All who come to a change, as sets of answers that each leads there.
  func patients(comingTo change: Int, atMost most: Int) -> [Cube] {
    var reaching: [Int: Bool] = [:]
    var cubes: [Cube] = []
    var open: [(place: Int, cube: Cube)] = [(start, [:])]
    while let (place, cube) = open.popLast(), cubes.count < most {
      if place == -2 - change { cubes.append(cube) }
      guard place >= 0 else { continue }
      let junction = junctions[place]
      for end in Set(junction.ways.map(\.end)).sorted() where leads(end, to: change, &reaching) {
        for next in narrowed(cube, junction, to: end) { open.append((end, next)) }
      }
    }
    return cubes
  }

  private func leads(_ place: Int, to change: Int, _ known: inout [Int: Bool]) -> Bool {
    guard place >= 0 else { return place == -2 - change }
    if let leads = known[place] { return leads }
    let leads = junctions[place].ways.contains { self.leads($0.end, to: change, &known) }
    known[place] = leads
    return leads
  }

  /// A cube with the answers that lead from a junction to one of its ends.
  private func narrowed(_ cube: Cube, _ junction: Junction, to end: Int) -> [Cube] {
    let question = Int(junction.question)
    var (next, further) = (cube, [Cube]())
    var (ranges, isUnsure, hasAnswer) = ([ClosedRange<Int32>](), false, false)
    for way in junction.ways where way.end == end {
      switch way.news {
      case .answer(let slot):
        hasAnswer = true
        if slot.isUnsure { isUnsure = true } else { ranges += search.ranges(of: slot, question) }
        isUnsure = isUnsure || search.standsForUnsure(slot, question)
      case .isDefinite: further.append(cube)
      case .choice(let bit, let isPicked):
        var (picked, left): (Set<Int>, Set<Int>) = ([], [])
        if case .picks(let known, let not) = cube[question] { (picked, left) = (known, not) }
        if isPicked { picked.insert(Int(bit)) } else { left.insert(Int(bit)) }
        next = cube
        next[question] = .picks(picked, not: left)
        further.append(next)
      case .isNotAsked: break
      }
    }
    guard hasAnswer else { return further }
    next = cube
    next[question] = .values(Self.joined(ranges), isUnsure: isUnsure)
    return [next] + further
  }

  static func joined(_ ranges: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
    var joined: [ClosedRange<Int32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// What everybody who comes to a change answers: of each question that every one of them is told by, all answers of
  /// any.
  func common(comingTo change: Int) -> Cube {
    var (reaching, known): ([Int: Bool], [Int: Cube]) = ([:], [:])
    return common(from: start, to: change, &reaching, &known)
  }

  private func common(
    from place: Int, to change: Int, _ reaching: inout [Int: Bool], _ known: inout [Int: Cube]
  ) -> Cube {
    guard place >= 0 else { return [:] }
    if let common = known[place] { return common }
    let junction = junctions[place]
    var cubes: [Cube] = []
    for end in Set(junction.ways.map(\.end)).sorted() where leads(end, to: change, &reaching) {
      cubes += narrowed(common(from: end, to: change, &reaching, &known), junction, to: end)
    }
    let result = common(to: cubes)
    known[place] = result
    return result
  }

  /// What all of some patients answer: of each question that every one of them is told by, all answers of any.
  private func common(to cubes: [Cube]) -> Cube {
    guard var common = cubes.first else { return [:] }
    for cube in cubes.dropFirst() {
      for (question, answers) in common {
        switch (answers, cube[question]) {
        case (.values(let ranges, let isUnsure), .values(let others, let isOtherUnsure)):
          common[question] = .values(Self.joined(ranges + others), isUnsure: isUnsure || isOtherUnsure)
        case (.picks(let picked, let left), .picks(let others, let othersLeft)):
          let (both, neither) = (picked.intersection(others), left.intersection(othersLeft))
          common[question] = both.isEmpty && neither.isEmpty ? nil : .picks(both, not: neither)
        default: common[question] = nil
        }
      }
    }
    return common
  }
}
