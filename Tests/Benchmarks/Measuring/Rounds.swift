/// Two pieces of work, done by turns, so that whatever else the machine does slows both alike.
struct Rounds {
  /// For each round, the nanoseconds of either.
  private(set) var work: [Double] = []
  private(set) var yardstick: [Double] = []

  var ratios: [Double] { zip(work, yardstick).map { $0 / $1 } }

  /// What the work results in is thrown away when the clock has stopped.
  /// - Parameter count: how many rounds, after one that only warms up.
  init<Result>(_ count: Int, by clock: Clock = .processor, work: () -> Result, yardstick: () -> Void) {
    _ = (nanoseconds(clock, work), nanoseconds(clock, yardstick))
    for round in 0..<count {
      let isFirst = round.isMultiple(of: 2)
      if isFirst { self.work.append(nanoseconds(clock, work)) }
      self.yardstick.append(nanoseconds(clock, yardstick))
      if !isFirst { self.work.append(nanoseconds(clock, work)) }
    }
  }
}

private func nanoseconds<Result>(_ clock: Clock, _ work: () -> Result) -> Double {
  let start = clock.reading
  let result = work()
  let end = clock.reading
  withExtendedLifetime(result) {}
  return end - start
}
