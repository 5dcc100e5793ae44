extension Layout {
  /// Wipes a terminal, and all that it would scroll back to, for whoever uses it next. Only where sequences are
  /// understood.
  ///
  /// The cursor goes to the corner first, since wiping leaves it where it is. The last sequence is xterm's, and those
  /// that do not know it ignore it.
  public static let clearing = "\u{1B}[H\u{1B}[2J\u{1B}[3J"
}
