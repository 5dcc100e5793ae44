import Glibc

/// What time is measured by.
enum Clock {
  case wall
  /// The processor's time of this process, which other processes do not share.
  case processor
  /// The processor's time of the processes that this one has started and that have ended.
  case processorOfOthers

  /// In nanoseconds, from some moment on.
  var reading: Double {
    switch self {
    case .wall: time(CLOCK_MONOTONIC)
    case .processor: time(CLOCK_PROCESS_CPUTIME_ID)
    case .processorOfOthers: timeOfOthers
    }
  }

  private func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  private var timeOfOthers: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(seconds) * 1e9 + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e3
  }
}
