import TreeFile

extension SignedFile {
  private static let key = "backtalk-signed:"
  private static let version = "1"

  /// The file as it is written: a line each, in an order that depends on nothing but the signatures.
  public var text: String {
    let lines = signatures.map { "\($0.part.text) \($0.day.text) \($0.digest.text) \($0.reviewer.name)" }
    return (["\(Self.key) \(Self.version)"] + remarks + [""] + lines).map { $0 + "\n" }.joined()
  }

  /// Reads a file; ``mistakes`` tells what could not be read.
  ///
  /// More spaces than one between the words, spaces around them, empty lines, a byte-order mark and either kind of
  /// line end are no mistakes. Of another version nothing is read.
  public init(reading bytes: [UInt8]) {
    self.init()
    remarks = []
    var isFirst = true
    for (position, line) in Self.lines(of: bytes).enumerated() {
      do throws(Mistake.Kind) {
        try read(try Self.text(of: line), &isFirst)
      } catch {
        mistakes.append(Mistake(kind: error, line: position + 1))
        if case .unknownVersion = error { break }
      }
    }
    if isFirst { mistakes.append(Mistake(kind: .lacksVersion, line: 1)) }
    signatures.sort()
  }

  /// - Parameter isFirst: whether no line but remarks came before.
  private mutating func read(_ line: String, _ isFirst: inout Bool) throws(Mistake.Kind) {
    if line.isEmpty { return }
    if line.hasPrefix("#") { return remarks.append(line) }
    guard isFirst else { return signatures.append(try Signature(reading: line)) }
    isFirst = false
    if try Self.isVersion(line) { return }
    if let signature = try? Signature(reading: line) { signatures.append(signature) }
    throw .lacksVersion
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// A line without the spaces and the carriage return around it.
  private static func text(of line: ArraySlice<UInt8>) throws(Mistake.Kind) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") }
    let end = line.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? line.startIndex
    guard let text = String(validating: line[..<end].drop(while: isBlank), as: UTF8.self) else { throw .notText }
    return text
  }

  /// Whether a line says the version, which is then the one that is known.
  private static func isVersion(_ line: String) throws(Mistake.Kind) -> Bool {
    guard line.hasPrefix(key) else { return false }
    let found = String(line.dropFirst(key.count).drop { $0 == " " })
    guard found == version else { throw .unknownVersion(found) }
    return true
  }
}

extension Signature {
  /// Reads a line like `section opening 2026-11-25 30cd47… Dr A. Example`.
  fileprivate init(reading line: String) throws(SignedFile.Mistake.Kind) {
    var rest = line[...]
    func word() -> Substring {
      defer { rest = rest.drop { $0 == " " } }
      let word = rest.prefix { $0 != " " }
      rest = rest.dropFirst(word.count)
      return word
    }
    let first = word()
    guard let part = TreePart(first, section: word) else { throw .unknownPart(String(first)) }
    let written = (day: word(), digest: word())
    guard let day = WrittenDay(written.day) else { throw .noDay(String(written.day)) }
    guard let digest = Digest(written.digest) else { throw .noDigest(String(written.digest)) }
    guard let reviewer = Reviewer(rest) else { throw .noName(String(rest)) }
    self.init(part: part, reviewer: reviewer, day: day, digest: digest)
  }
}

extension TreePart {
  /// - Parameter section: gives the word after the first, where the first wants one.
  fileprivate init?(_ word: some StringProtocol, section: () -> Substring) {
    if word == "section" {
      let name = section()
      guard Self.isName(name) else { return nil }
      self = .section(String(name))
    } else {
      self.init(other: String(word))
    }
  }

  /// A part that is no section, by its word.
  public init?(other word: String) {
    guard let part = Self.others.first(where: { $0.text == word }) else { return nil }
    self = part
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
