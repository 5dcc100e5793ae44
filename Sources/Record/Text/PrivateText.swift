/// Words that can be taken out of a record afterwards: their hash, taken with a salt of their own, and as long as they
/// have not been taken out, the words and the salt.
///
/// Without the salt nobody can find out by trying whether the hash is that of "yes".
public struct PrivateText: Equatable, Sendable {
  public private(set) var hash: Hash
  private var content: Content?

  private struct Content: Equatable {
    var text: String
    var salt: [UInt8]
  }

  /// How many bytes a salt has.
  public static let saltLength = 16

  /// - Parameter salt: ``saltLength`` bytes that nobody can guess.
  public init(_ text: String, salt: [UInt8]) {
    content = Content(text: text, salt: salt)
    hash = Hash(of: salt + Array(text.utf8))
  }

  /// A salt that nobody can guess: Swift's own source of chance is the system's, made for keys.
  public static func randomSalt() -> [UInt8] { (0..<saltLength).map { _ in UInt8.random(in: .min ... .max) } }

  /// The words; nil once they were taken out.
  public var text: String? { content?.text }

  public var redacted: PrivateText {
    var copy = self
    copy.content = nil
    return copy
  }

  /// Whether the words are those of which the hash was taken.
  var isIntact: Bool { content.map { Hash(of: $0.salt + Array($0.text.utf8)) == hash } ?? true }
}

extension PrivateText {
  var json: JSONValue {
    .object([
      .init("text", content.map { .text($0.text) }), .init("salt", content.map { .text(hexadecimal($0.salt)) }),
      .init("hash", .text(hash.text)),
    ])
  }

  init?(_ json: JSONValue) {
    guard let hash = json["hash"]?.text.flatMap({ Hash($0) }) else { return nil }
    self.hash = hash
    guard json["text"] != nil || json["salt"] != nil else { return }
    guard let text = json["text"]?.text, let salt = json["salt"]?.text.flatMap(bytes(hexadecimal:)) else { return nil }
    content = Content(text: text, salt: salt)
  }
}
