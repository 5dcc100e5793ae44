import Display
import JSON
import Testing

@Suite struct JSONTests {
  struct Fruit: Encodable {
    var name: String
    var kinds: [String]
    var file = "trees/fruit.yaml"
  }

  @Test func `a value is indented, its keys in order and its slashes plain`() {
    #expect(
      json(Fruit(name: "Pear", kinds: ["sweet"])) == """
        {
          "file" : "trees/fruit.yaml",
          "kinds" : [
            "sweet"
          ],
          "name" : "Pear"
        }

        """)
  }

  @Test(arguments: [
    ("\u{1B}]0;x\u{7}", "\\u001b]0;x\\u0007"), ("\u{7F}\u{9B}", "\\u007f\\u009b"), ("\u{202E}", "\\u202e"),
    ("\u{E0001}", "\\udb40\\udc01"), ("\u{2028}", "\\u2028"), ("a\nb", "a\\nb"), ("Grüße", "Grüße"),
  ])
  func `what would act on a terminal is written as an escape`(_ text: String, _ written: String) {
    #expect(json([text]) == "[\n  \"\(written)\"\n]\n")
  }

  @Test func `nothing is left for the door to the terminal to change`() {
    let scalars = ([0...0xFFFF, 0xE0000...0xE0FFF] as [ClosedRange<UInt32>]).joined().compactMap(Unicode.Scalar.init)
    let text = json([String(String.UnicodeScalarView(scalars))])
    #expect(visible(text) == text)
  }
}
