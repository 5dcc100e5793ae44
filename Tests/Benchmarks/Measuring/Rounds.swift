import Glibc

/// Two pieces of work, done by turns, so that whatever else the machine does slows both alike.
struct Rounds {
  /// For each round, the nanoseconds of either.
  private(set) var work: [Double] = []
  private(set) var yardstick: [Double] = []

  var ratios: [Double] { zip(work, yardstick).map { $0 / $1 } }

  /// Measures the processor's time of this process, which other processes do not share. What the work results in is
  /// thrown away when the clock has stopped.
  /// - Parameter count: how many rounds, after one that only warms up.
  init<Result>(_ count: Int, work: () -> Result, yardstick: () -> Void) {
    self.init(count, clock: CLOCK_PROCESS_CPUTIME_ID, work: work, yardstick: yardstick)
  }

  /// - Parameter clock: `CLOCK_MONOTONIC` for work that waits for other processes.
  init<Result>(_ count: Int, clock: clockid_t, work: () -> Result, yardstick: () -> Void) {
    _ = (nanoseconds(clock, work), nanoseconds(clock, yardstick))
    for round in 0..<count {
      let isFirst = round.isMultiple(of: 2)
      if isFirst { self.work.append(nanoseconds(clock, work)) }
      self.yardstick.append(nanoseconds(clock, yardstick))
      if !isFirst { self.work.append(nanoseconds(clock, work)) }
    }
  }
}

private func nanoseconds<Result>(_ clock: clockid_t, _ work: () -> Result) -> Double {
  let start = reading(clock)
  let result = work()
  let end = reading(clock)
  withExtendedLifetime(result) {}
  return end - start
}

private func reading(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
