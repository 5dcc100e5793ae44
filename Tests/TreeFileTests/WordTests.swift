import Testing

@testable import TreeFile

@Suite struct `A word of the format` {
  @Test func `is known by its place among them`() {
    for (place, word) in Word.allCases.enumerated() {
      #expect(word.index == Int32(place))
      #expect(Word(index: Int32(place)) == word)
    }
  }

  @Test(arguments: [-1, Int32(Word.count)]) func `has no other number`(number: Int32) {
    #expect(Word(index: number) == nil)
  }
}
