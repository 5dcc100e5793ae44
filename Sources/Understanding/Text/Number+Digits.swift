import Triage

extension Number {
  /// A number written in digits, with at most one point in it; nil where it is finer than a millionth. One too large
  /// to hold becomes the largest there is, which is out of every range.
  public init?(digits: String) {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard parts.count <= 2, fraction.dropFirst(6).allSatisfy({ $0 == "0" }) else { return nil }
    let padded = String(fraction.prefix(6)) + String(repeating: "0", count: Swift.max(0, 6 - fraction.count))
    self = Int64(parts[0] + padded).map(Number.init(millionths:)) ?? .most
  }

  /// The number as people write it, with as few digits as it needs.
  public var digits: String {
    let size = millionths.magnitude
    let scale = UInt64(Number.scale)
    var text = (millionths < 0 ? "-" : "") + String(size / scale)
    var fraction = String(size % scale + scale).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return text
  }
}
