/// Names made ready to look slips up in: which of them a word could be a slip of is found without looking at all of them.
///
/// What is one slip apart has a form in common once one letter of each is left out, and what was held too long is the same
/// without repeated letters.
struct SlipTable: Sendable {
  /// Sorted, each once.
  let names: [String]
  private var byForm: [UInt64: [Int]] = [:]
  private var longest = 0

  init(_ names: some Sequence<String>) {
    self.names = Set(names).sorted()
    for (place, name) in self.names.enumerated() {
      let letters = Array(name.unicodeScalars)
      longest = max(longest, letters.count)
      for form in Self.forms(of: letters) { byForm[form, default: []].append(place) }
    }
  }

  /// See ``Slip/mend(_:among:)``.
  func mend(_ word: String) -> String? { Slip.mend(word, among: near(word)) }

  /// See ``Slip/swapped(_:among:)``.
  func swapped(_ word: String) -> String? { Slip.swapped(word, among: near(word)) }

  /// The names that a word may be a slip of, sorted, and perhaps some others.
  func near(_ word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 2 else { return [] }
    let forms = letters.count <= longest + 1 ? Self.forms(of: letters) : [Self.form(of: Self.squeezed(letters))]
    let places = forms.flatMap { byForm[$0] ?? [] }
    return places.isEmpty ? [] : Set(places).sorted().map { names[$0] }
  }

  private static func forms(of letters: [Unicode.Scalar]) -> Set<UInt64> {
    var forms: Set<UInt64> = [form(of: letters), form(of: squeezed(letters))]
    for place in letters.indices { forms.insert(form(of: letters, without: place)) }
    return forms
  }

  /// Without repeating a letter right after itself.
  private static func squeezed(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    letters.indices.filter { $0 == 0 || letters[$0] != letters[$0 - 1] }.map { letters[$0] }
  }

  /// A number for letters, by Fowler, Noll and Vo. Two forms may share one, which costs a look and changes nothing.
  private static func form(of letters: [Unicode.Scalar], without place: Int? = nil) -> UInt64 {
    var form: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in letters.indices where index != place {
      form = (form ^ UInt64(letters[index].value)) &* 0x100_0000_01B3
    }
    return form
  }
}
