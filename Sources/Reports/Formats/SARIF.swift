import JSON
import Lint
import TreeFile

/// Findings in the format that code hosts and editors read: SARIF 2.1.0, by OASIS.
///
/// Its cases are those of the standard, as far as they are needed here.
struct SARIF: Encodable {
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    /// As places are counted throughout.
    let columnKind = "unicodeCodePoints"
    var tool: Tool
    var results: [Result]
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct Driver: Encodable {
    let name = "backtalk"
    var semanticVersion: String
    var rules: [Descriptor]
  }

  struct Descriptor: Encodable {
    var id: String
    var shortDescription: Text
    var help: Text
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
    var relatedLocations: [Location]?
    var codeFlows: [CodeFlow]?
  }

  struct Location: Encodable {
    var physicalLocation: Place?
    var message: Text?
  }

  struct Place: Encodable {
    var artifactLocation: Artifact
    var region: Region?
  }

  struct Artifact: Encodable {
    var uri: String
  }

  /// Lines and columns from 1; the end is the first character behind it.
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  struct CodeFlow: Encodable {
    var message: Text
    var threadFlows: [ThreadFlow]
  }

  struct ThreadFlow: Encodable {
    var locations: [Step]
  }

  struct Step: Encodable {
    var location: Location
  }

  /// Plain text, in which the standard sees gaps in braces and links in brackets: these are written so that it does not.
  struct Text: Encodable {
    var text: String

    init(_ text: String) { self.init(paragraphs: [text]) }

    init(paragraphs: [String]) {
      text = paragraphs.map { Message.harmless($0) }.joined(separator: "\n")
        .replacing("{", with: "{{").replacing("}", with: "}}").replacing("](", with: "] (")
    }
  }
}

extension SARIF.Artifact {
  /// A path as a reference: relative to where the program runs, or from the root.
  init(path: String) {
    let isPlain = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
      default: false
      }
    }
    let encoded = path.utf8.map { byte in
      isPlain(byte)
        ? String(Unicode.Scalar(byte))
        : (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
    uri = path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
