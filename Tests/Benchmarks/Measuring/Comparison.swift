import Glibc

/// How much longer one piece of work takes than another, measured in the same run.
struct Comparison {
  /// The work in question, and the one that it is held against, as people read them.
  var work: String
  var yardstick: String
  /// What the ratio should be at most.
  var aim: Double
  /// One for each round; see ``Rounds``.
  var ratios: [Double]
  /// The median time of the work in one round, in nanoseconds.
  var nanoseconds: Double
}

extension Comparison: CustomStringConvertible {
  var description: String {
    """
      \(work)
      against \(yardstick):
      \(decimal(ratios.median)) times  (aim: at most \(decimal(aim)); half of the rounds between \
    \(decimal(ratios.quantile(0.25))) and \(decimal(ratios.quantile(0.75))); here \(duration(nanoseconds)))

    """
  }
}

/// A number with two decimals.
func decimal(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
}

func duration(_ nanoseconds: Double) -> String {
  switch nanoseconds {
  case ..<1e3: "\(decimal(nanoseconds)) ns"
  case ..<1e6: "\(decimal(nanoseconds / 1e3)) µs"
  case ..<1e9: "\(decimal(nanoseconds / 1e6)) ms"
  default: "\(decimal(nanoseconds / 1e9)) s"
  }
}

extension [Double] {
  var median: Double { quantile(0.5) }

  /// The value below which this part of all values lies, the nearest one taken.
  func quantile(_ part: Double) -> Double { sorted()[Int((part * Double(count - 1)).rounded())] }
}

/// Prints at once, into a pipe as well.
func report(_ text: String) {
  print(text, terminator: "")
  fflush(nil)
}
