/// How a character from a file is shown: as it is, or, where it could do something to a terminal, as a picture of it.
///
/// Every string from a file passes through here on its way into a diagnostic. The rules are those of `visible` in
/// `Display`, which stands apart because a diagnostic also needs the cells that each character takes, so that the caret
/// stays under it, and because neither module may know the other. A test holds the two against each other.
package enum Visible {
  /// What is shown for `scalar`, and how many cells of the terminal that takes.
  static func form(of scalar: Unicode.Scalar) -> (text: String, cells: Int) {
    switch scalar.value {
    case 0..<0x20: (String(Unicode.Scalar(0x2400 + scalar.value)!), 1)
    case 0x7F: ("\u{2421}", 1)
    case let value where acts(value): ("<\(hex(value))>", hex(value).count + 2)
    default: (String(scalar), cells(scalar.value))
    }
  }

  /// Whether a character does something to its surroundings instead of standing among them. The joiners U+200C and
  /// U+200D are no part of it: Persian needs the one and emoji the other.
  private static func acts(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00AD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    default: isControl(scalar) || isBidirectional(scalar) || scalar & 0xFFFE == 0xFFFE
    }
  }

  /// `text` with nothing in it that a terminal would act on.
  package static func harmless(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += form(of: $1).text }
  }

  /// A character's number as people write it: "U+202E".
  static func hex(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// 0 for a combining mark or a joiner, 2 for a character twice as wide as a letter (Unicode's East Asian Width W and F), else 1.
  private static func cells(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x0300...0x036F, 0x200C, 0x200D, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F:
      0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
