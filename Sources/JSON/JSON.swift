import FoundationEssentials

/// A value as JSON for people and programs: indented, keys in the order of the alphabet, its last line ended.
///
/// What would act on a terminal, reorder what stands beside it or hide is written as an escape, so that the text only
/// ever prints and still means the same.
public func json(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("only a number that is none, or no value at all, cannot be written")
  }
  var text = ""
  for scalar in String(decoding: data, as: UTF8.self).unicodeScalars {
    if scalar != "\n", isUnseen(scalar) { text += escape(scalar) } else { text.unicodeScalars.append(scalar) }
  }
  return text + "\n"
}

/// Outside of strings JSON has no such characters but line feeds.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
  default: scalar.properties.isDefaultIgnorableCodePoint
  }
}

private func escape(_ scalar: Unicode.Scalar) -> String {
  UTF16.encode(scalar)!.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()
}
