/// Brings the many ways to write a character to one.
enum Spelling {
  /// The text in lower case, without accents, full-width forms, invisible characters, and varieties of quotes, dashes,
  /// digits and blanks.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
    if scalar.isASCII {
      result.append(scalar.lowercaseASCII)
    } else if let plain = plain[scalar] {
      let follows = plain.hasPrefix(".") && !(result.last.map { ("0"..."9").contains($0) } ?? false)
      result += ((follows ? "0" : "") + plain).unicodeScalars
    } else if let letter = baseLetter(scalar) {
      result.append(letter)
    } else if let digit = decimalDigit(scalar) {
      result.append(digit)
    } else if !isInvisible(scalar) {
      result += scalar.properties.lowercaseMapping.unicodeScalars
    }
  }

  private static let plain: [Unicode.Scalar: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201B}": "'", "\u{02BC}": "'", "\u{00B4}": "'", "\u{FF07}": "'",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-",
    "\u{00A0}": " ", "\u{202F}": " ", "\u{3000}": " ", "\u{2026}": ".", "\u{2044}": "/", "\u{FF0F}": "/",
    "\u{FF0C}": ",", "\u{FF0E}": ".", "\u{FF1F}": "?", "\u{00BD}": ".5", "\u{00BC}": ".25", "\u{00BE}": ".75",
  ]

  /// The letter from a to z that a Latin letter is a variety of, told by its Unicode name.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.properties.isAlphabetic, let name = scalar.properties.name,
      let marker = name.firstRange(of: " LETTER ")
    else { return nil }
    let rest = name[marker.upperBound...].prefix { $0 != " " }
    guard name.contains("LATIN "), rest.unicodeScalars.count == 1, let letter = rest.unicodeScalars.first else {
      return nil
    }
    return letter.lowercaseASCII
  }

  private static func decimalDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .modifierSymbol: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var lowercaseASCII: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
  }
}
