/// One answer to every question of a tree, asked or not.
public struct Patient: Equatable, Sendable {
  var slots: [Slot]

  /// A patient who has not answered anything.
  public init(_ tree: Tree) {
    slots = Array(repeating: .blank, count: tree.grammar.questions.count)
  }

  /// Gives the answer to a question, in place of the one before.
  ///
  /// - Throws: ``Rejection`` where the question does not accept it; then nothing has changed.
  public mutating func answer(_ question: QuestionID, of tree: Tree, with answer: Answer) throws(Rejection) {
    slots[question.position] = try tree.slot(of: answer, to: question)
  }
}
