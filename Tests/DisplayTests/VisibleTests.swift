import Display
import Testing

@Suite struct `Text on its way to a terminal` {
  @Test(arguments: ["", "plain", "two\nlines", "größer", "e\u{301}", "日本語", "👩‍👧", "می‌خواهم", "± ½ “quoted”"])
  func `passes unchanged where it only prints`(text: String) {
    #expect(visible(text) == text)
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "␛[31mred"), ("a\u{7}b", "a␇b"), ("a\rb", "a␍b"), ("a\r\nb", "a␍\nb"), ("a\tb", "a␉b"),
    ("\u{0}", "␀"), ("\u{7F}", "␡"), ("\u{9B}2J", "<U+009B>2J"), ("a\u{202E}b", "a<U+202E>b"),
    ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("a\u{200B}b", "a<U+200B>b"), ("\u{FEFF}a", "<U+FEFF>a"),
    ("a\u{2028}b", "a<U+2028>b"), ("\u{E0041}", "<U+E0041>"), ("\u{FFFF}", "<U+FFFF>"),
  ])
  func `shows what would act`(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func `holds no character that acts, whatever went in`() {
    let everything = (0...0x10FFFF).compactMap { Unicode.Scalar($0) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: everything)
    let shown = visible(String(text)).unicodeScalars
    let acting = shown.filter {
      switch $0.properties.generalCategory {
      case .control: $0 != "\n"
      case .lineSeparator, .paragraphSeparator: true
      case .format: $0.properties.isBidiControl
      default: false
      }
    }
    #expect(acting.isEmpty)
  }
}

@Suite struct `The width of text` {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("größer", 6), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("👩‍👧", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
  ])
  func `is counted in columns`(text: String, width: Int) {
    #expect(columns(of: text) == width)
  }
}
