import SignOff

/// Who has signed which part of a tree, for programs.
struct SignOffDocument: Encodable {
  /// `none`, `some` or `all`.
  var review: String
  var parts: [Part]
  var gone: [Given]

  struct Part: Encodable {
    var part: String
    /// `signed`, `changed` or `unsigned`.
    var standing: String
    /// To the part as it is.
    var signatures: [Given]
    /// To what it was before.
    var outdated: [Given]
  }

  struct Given: Encodable {
    /// Where it is not said by what it stands under.
    var part: String?
    var name: String
    var day: String
  }
}

extension SignOffDocument {
  init(_ state: SignOffState) {
    review = state.review.word
    parts = state.parts.map { part in
      Part(
        part: part.part.text, standing: part.standing.word, signatures: part.signatures.map { Given($0) },
        outdated: part.outdated.map { Given($0) })
    }
    gone = state.gone.map { Given($0, part: $0.part.text) }
  }
}

extension SignOffDocument.Given {
  init(_ signature: Signature, part: String? = nil) {
    self.init(part: part, name: signature.reviewer.name, day: signature.day.text)
  }
}

extension Review {
  fileprivate var word: String {
    switch self {
    case .none: "none"
    case .some: "some"
    case .all: "all"
    }
  }
}

extension PartState.Standing {
  fileprivate var word: String {
    switch self {
    case .signed: "signed"
    case .changed: "changed"
    case .unsigned: "unsigned"
    }
  }
}
