import Triage

extension Number {
  /// An exact decimal: at most six digits behind the point, and no larger than ``limit``.
  init?(parsing text: some BidirectionalCollection<UInt8>) {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text.dropFirst(0)
    guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else { return nil }
    var total: Int64 = 0
    /// Digits behind the point; nil before it.
    var decimals: Int?
    for byte in digits {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if decimals == 6, byte == UInt8(ascii: "0") {
        continue
      } else {
        guard isDigit(byte), decimals != 6, total <= Number.limit.millionths / 10 else { return nil }
        total = total * 10 + Int64(byte - UInt8(ascii: "0"))
        decimals = decimals.map { $0 + 1 }
      }
    }
    for _ in 0..<(6 - (decimals ?? 0)) {
      guard total <= Number.limit.millionths / 10 else { return nil }
      total *= 10
    }
    guard total <= Number.limit.millionths else { return nil }
    self.init(millionths: isNegative ? -total : total)
  }

  /// The number, where it is a whole one.
  var whole: Int? { millionths % Number.scale == 0 ? Int(millionths / Number.scale) : nil }
}

/// A unit of time.
enum Unit {
  case second, minute, hour, day, week, month, year

  init?(_ word: Word) {
    switch word {
    case .second, .seconds: self = .second
    case .minute, .minutes: self = .minute
    case .hour, .hours: self = .hour
    case .day, .days: self = .day
    case .week, .weeks: self = .week
    case .month, .months: self = .month
    case .year, .years: self = .year
    default: return nil
    }
  }

  /// How long it is. A month is 30 days, a year 365.
  private var seconds: Int64 {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .week: 7 * 86_400
    case .month: 30 * 86_400
    case .year: 365 * 86_400
    }
  }

  /// So many of this unit in seconds, where that is a whole number.
  func seconds(_ count: Number) -> Int64? {
    let (product, overflow) = count.millionths.multipliedReportingOverflow(by: seconds)
    return overflow || product % Number.scale != 0 ? nil : product / Number.scale
  }

  /// So many of this unit, where that is a whole number of minutes.
  func minutes(_ count: Number) -> Minutes? {
    seconds(count).flatMap { $0 % 60 == 0 ? Minutes($0 / 60) : nil }
  }
}
