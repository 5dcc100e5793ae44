import Triage

/// A way through a tree that some walk should take.
enum Passage {
  /// A branch of the program, by its position.
  case branch(Int)
  case section(SectionID)
  case outcome(OutcomeID)
}
