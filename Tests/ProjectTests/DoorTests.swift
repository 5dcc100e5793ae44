import Display
import Testing

@testable import TreeFile

/// The two ways in which text from a file reaches a terminal.
@Suite struct DoorTests {
  /// The plane that holds everything written but emoji and rare scripts, the tags, and the two at each plane's end that
  /// are no characters. The whole of Unicode takes a minute.
  static let scalars = ([0...0xFFFF, 0xE0000...0xE0FFF] + (1...16).map { $0 << 16 + 0xFFFE...$0 << 16 + 0xFFFF })
    .joined().compactMap { Unicode.Scalar(UInt32($0)) }

  @Test func `the chat and the diagnostics show every character alike`() {
    let differing = Self.scalars.filter { scalar in
      let shown = visible(String(scalar)).unicodeScalars
      return scalar != "\n" && !shown.elementsEqual(Visible.form(of: scalar).text.unicodeScalars)
    }
    #expect(differing == [])
  }

  @Test func `a diagnostic stays on its line`() {
    #expect(Visible.harmless("a\nb") == "a␊b")
  }
}
