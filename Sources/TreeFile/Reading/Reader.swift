import Triage

/// Reads the nodes of a load's files into a grammar. It collects what is wrong and goes on.
///
/// A part that was refused leaves a stand-in behind, so that one mistake brings one diagnostic: a misspelt name is read
/// as the nearest known one, an unreadable condition as `always`.
struct Reader {
  var document: Document
  /// The outermost mapping of each file, the tree's own first.
  let roots: [NodeID]
  var diagnostics: [Diagnostic] = []
  var names = Names()
  /// Where each part was written, by its mark.
  var places: [Span] = []
  var questions: [Head] = []
  var nearest = Nearest()
  /// Long words that patients know.
  var knownWords: [String] = []
  /// Whether a step or a branch of the section being read could not be read.
  var hasUnreadSteps = false
  /// The sections of which some steps could not be read: nobody can tell what those ask, nor where they lead.
  var unreadSections: [Span] = []
  /// Whether something leads to a section or an outcome that nobody knows.
  var hasUnknownTargets = false
  /// Whether an item of a score could not be read: then nobody can tell what it comes to.
  var hasRefusedScores = false

  /// What must be known of a question before conditions can be read.
  struct Head {
    var name: String
    var kind: Question.Kind
    /// The names of its choices, in order.
    var choices: [Symbol] = []
    /// Whether it says how it reads as a warning sign, or may do so where it could not be read.
    var mayHaveSign = true
    /// Its type could not be read: nothing more is said about its values.
    var isRefused = false
    /// Something in it could not be read: what seems to be missing may be just that.
    var isPartlyRefused = false
  }

  /// Without every file nobody knows which names there are.
  let hasEveryFile: Bool

  init(_ document: Document, roots: [NodeID], hasEveryFile: Bool = true) {
    self.document = document
    self.roots = roots
    self.hasEveryFile = hasEveryFile
  }

  /// The grammar of the files, with stand-ins for what was refused; nil where too little is left to check.
  mutating func read() -> Grammar? {
    guard checkVersions() else { return nil }
    checkKeys()
    defineNames()
    questions = names[.conditions].definitions.filter { $0.kind == .question }.map { readHead($0) }
    return readTree(roots[0])
  }

  // MARK: Telling what is wrong

  mutating func refuse(_ mistake: Mistake, at span: Span) { diagnostics.append(Diagnostic(mistake, at: span)) }

  mutating func refuse(_ mistake: Mistake, at id: NodeID) { refuse(mistake, at: document.nodes[id].span) }

  /// A mark for a place.
  mutating func part(_ span: Span) -> PartID {
    places.append(span)
    return PartID(Int32(places.count - 1))
  }

  mutating func part(_ id: NodeID) -> PartID { part(document.nodes[id].span) }
}
