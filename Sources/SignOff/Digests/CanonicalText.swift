import TreeFile
import Triage

/// What the loader made of a piece of a tree, as bytes: the same for pieces that mean the same, and for no others.
///
/// It is built of values, each of which can be read off from its first byte on, so that no two pieces have one text:
///
/// - `5:peach`, text with its length in bytes
/// - `#7;`, a whole number
/// - `yes;`, a word
/// - `[` values `]`
/// - `tag{` then `key=` and a value, as often as there are fields `}`; a field without a value, or with an empty list,
///   is left out
///
/// Words, tags and keys are written here alone and never change, whatever the program's own names do: what was signed
/// years ago has still to be found unchanged. A field that the format gains is left out where a tree does not use it,
/// for the same reason.
struct CanonicalText {
  let grammar: Grammar
  private(set) var bytes: [UInt8] = []
  /// What was referred to by its name, and has to be known to understand the piece.
  private(set) var uses: [Reference] = []
  /// The question whose answers are being written, which names its choices.
  private var asked: QuestionID?

  init(_ grammar: Grammar) { self.grammar = grammar }

  /// Begins another piece.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    uses.removeAll(keepingCapacity: true)
  }
}

/// A value that can be written as canonical text.
protocol Canonical {
  func write(to text: inout CanonicalText)
}

extension CanonicalText {
  mutating func word(_ word: StaticString) {
    put(word)
    bytes.append(UInt8(ascii: ";"))
  }

  mutating func record(_ tag: StaticString, _ fields: (inout CanonicalText) -> Void) {
    put(tag)
    bytes.append(UInt8(ascii: "{"))
    fields(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func field(_ key: StaticString, _ value: some Canonical) {
    put(key)
    bytes.append(UInt8(ascii: "="))
    value.write(to: &self)
  }

  mutating func field(_ key: StaticString, _ value: (some Canonical)?) {
    if let value { field(key, value) }
  }

  mutating func field(_ key: StaticString, _ values: [some Canonical]) {
    guard !values.isEmpty else { return }
    put(key)
    bytes.append(UInt8(ascii: "="))
    values.write(to: &self)
  }

  /// Writes patterns of what people say, which are understood only with the groups of words that they name.
  mutating func patterns(_ key: StaticString, _ patterns: [String]) {
    field(key, patterns)
    uses += patterns.flatMap { grammar.wordGroups(in: $0) }.map { Reference(.wordGroup, $0.position) }
  }

  /// Writes what speaks of the answers to one question.
  mutating func about(_ question: QuestionID, _ body: (inout CanonicalText) -> Void) {
    let before = asked
    asked = question
    body(&self)
    asked = before
  }

  /// Refers to a part by its name, since its position changes with every part that is put in before it.
  mutating func refer<Part: Referable>(to id: ID<Part>) {
    Part.all(in: grammar)[id].name.write(to: &self)
    if let kind = Part.referenceKind { uses.append(Reference(kind, id.position)) }
  }

  /// Refers to a choice of the question that is spoken of. One that it does not have keeps its position.
  mutating func refer(toChoice position: Int) {
    let choices = asked.map { grammar.questions[$0].kind.choices } ?? []
    if choices.indices.contains(position) {
      choices[position].name.write(to: &self)
    } else {
      position.write(to: &self)
    }
  }

  private mutating func put(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  fileprivate mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      Int64(utf8.count).digits(into: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: utf8)
    }
  }

  fileprivate mutating func put(_ number: Int64) {
    bytes.append(UInt8(ascii: "#"))
    number.digits(into: &bytes)
    bytes.append(UInt8(ascii: ";"))
  }

  fileprivate mutating func list(_ values: [some Canonical]) {
    bytes.append(UInt8(ascii: "["))
    for value in values { value.write(to: &self) }
    bytes.append(UInt8(ascii: "]"))
  }
}

extension Int64 {
  /// Appends the number in decimal digits.
  fileprivate func digits(into bytes: inout [UInt8]) {
    if self < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}

// MARK: Values

extension String: Canonical {
  func write(to text: inout CanonicalText) { text.put(self) }
}

extension Int: Canonical {
  func write(to text: inout CanonicalText) { text.put(Int64(self)) }
}

extension Number: Canonical {
  func write(to text: inout CanonicalText) { text.put(millionths) }
}

extension Minutes: Canonical {
  func write(to text: inout CanonicalText) { text.put(count) }
}

extension Array: Canonical where Element: Canonical {
  func write(to text: inout CanonicalText) { text.list(self) }
}

extension ID: Canonical where Part: Referable {
  func write(to text: inout CanonicalText) { text.refer(to: self) }
}

extension QuestionReference: Canonical {
  func write(to text: inout CanonicalText) { question.write(to: &text) }
}
