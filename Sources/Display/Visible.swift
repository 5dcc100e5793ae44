/// The one door through which text from a file or a person reaches a terminal.
///
/// Characters that would act on the terminal, reorder what stands beside them or hide are shown instead: the ASCII
/// controls as their pictures (`␛`), every other as its number (`<U+202E>`). A line feed is left alone, since it
/// separates lines here as in the text. Nothing else changes, so text without such characters comes out as it went in.
///
/// Diagnostics pass through `Visible` in `TreeFile`, which has these rules too: it also counts the cells that each
/// character takes, and neither module may know the other. A test holds the two against each other.
///
/// - Complexity: O(*n*), without a copy where nothing has to be shown.
/// - Returns: text that only ever prints.
public func visible(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar != "\n", acts(scalar) { shown.append(contentsOf: picture(of: scalar)) } else { shown.append(scalar) }
  }
  return String(shown)
}

/// Whether a character does something to its surroundings instead of standing among them.
///
/// The joiners U+200C and U+200D are no part of it: Persian needs the one and emoji the other.
private func acts(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00..<0x20, 0x7F..<0xA0: true  // C0, delete, C1
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional marks, overrides, isolates
  case 0x00AD, 0x180E, 0x200B, 0x2028, 0x2029, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF: true  // unseen, or a new line
  case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true  // annotations and tags
  default: scalar.value & 0xFFFE == 0xFFFE  // no characters at all
  }
}

private func picture(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  switch scalar.value {
  case 0x00..<0x20: String.UnicodeScalarView([Unicode.Scalar(0x2400 + scalar.value)!])
  case 0x7F: String.UnicodeScalarView(["\u{2421}"])
  default: number(of: scalar).unicodeScalars
  }
}

private func number(of scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
