import Triage

/// Two sessions that stand at one stop part only by a decision of which different things are left to them.
extension Search {
  /// Whether two who stand at one stop can still come to part in a way that serves the goal.
  func canPart(_ first: Traveller, _ second: Traveller) -> Bool {
    guard first.stop == second.stop, let parting = goal.parting else { return true }
    let readers = Set(first.touched.map(\.reader)).union(second.touched.map(\.reader))
    for reader in readers {
      guard self.readers.isStop(reader) else {
        if first.rest(of: reader) != second.rest(of: reader) { return true }
        continue
      }
      let whole = self.readers.diagram(reader)
      let (one, other) = (first.rest(of: reader) ?? whole, second.rest(of: reader) ?? whole)
      if one != other, canPart(one, other, parting) { return true }
    }
    return false
  }

  func canPart(_ one: Diagrams.Ref, _ other: Diagrams.Ref, _ parting: Parting) -> Bool {
    if let known = parting.known[one, other] { return known == 1 }
    var known: [Diagrams.Both: Diagrams.Ref] = [:]
    let can = model.couldHold(model.diagrams.combining(one, other, &known, where: parting.serves))
    parting.known.insert(can ? 1 : 0, for: one, other)
    return can
  }
}
