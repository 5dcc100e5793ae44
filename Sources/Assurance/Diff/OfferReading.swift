import Triage

/// What an outcome offers to whom, as ordered diagrams: each stretch at each place where it can come up.
///
/// It reads a list as the interpreter does: a stretch comes once, the first that is permitted stands for a "first of", and
/// nothing is added to a list that is full.
struct OfferReading {
  /// A stretch that is added to the offer where a condition holds. Whoever is offered several gets them in this order.
  struct Addition {
    var stretch: StretchID
    var condition: Diagrams.Ref
  }

  private(set) var additions: [Addition] = []
  private let model: Model
  private var caps: [Cap] = []
  private var offered: [StretchID: Diagrams.Ref] = [:]
  private var known: [Diagrams.Ref: Diagrams.Ref] = [:]

  /// A list that is being read of which only so many are offered.
  private struct Cap {
    /// By number, from one on: whether at least as many of it are offered so far.
    var atLeast: [Diagrams.Ref]
  }

  private var diagrams: Diagrams { model.diagrams }

  init(_ model: Model, _ outcome: OutcomeID) {
    self.model = model
    let list = model.grammar.outcomes[outcome].stretches
    add(list, model.program.outcomeEntries[outcome.position], where: model.diagrams.always)
  }

  private mutating func add(_ list: StretchList, _ units: [Int32?], where outer: Diagrams.Ref) {
    if let most = list.atMost { caps.append(Cap(atLeast: Array(repeating: diagrams.never, count: most))) }
    for (entry, unit) in zip(list.entries, units) {
      let condition = unit.map { ordered(unit: $0) } ?? diagrams.always
      let reached = caps.reduce(diagrams.bothInOrder(outer, condition)) { reached, cap in
        diagrams.butInOrder(reached, cap.atLeast.last ?? diagrams.always)
      }
      switch entry.use {
      case .stretch(let stretch): add([stretch], where: reached)
      case .firstOf(let stretches): add(stretches, where: reached)
      case .programme(let programme):
        let units = model.program.programmeEntries[programme.position]
        add(model.grammar.programmes[programme].list, units, where: reached)
      }
    }
    if list.atMost != nil { caps.removeLast() }
  }

  private mutating func add(_ stretches: [StretchID], where reached: Diagrams.Ref) {
    var reached = reached
    for stretch in stretches {
      let permitted = permitted(stretch)
      let before = offered[stretch] ?? diagrams.never
      let condition = diagrams.butInOrder(diagrams.bothInOrder(reached, permitted), before)
      if condition != diagrams.never {
        additions.append(Addition(stretch: stretch, condition: condition))
        offered[stretch] = diagrams.eitherInOrder(before, condition)
        for cap in caps.indices { count(condition, in: cap) }
      }
      reached = diagrams.butInOrder(reached, permitted)
    }
  }

  private mutating func count(_ added: Diagrams.Ref, in cap: Int) {
    let before = caps[cap].atLeast
    for place in before.indices {
      let isNext = diagrams.bothInOrder(place == 0 ? diagrams.always : before[place - 1], added)
      caps[cap].atLeast[place] = diagrams.eitherInOrder(before[place], isNext)
    }
  }

  private mutating func permitted(_ stretch: StretchID) -> Diagrams.Ref {
    model.program.avoids[stretch.position].reduce(diagrams.always) { permitted, caution in
      diagrams.butInOrder(permitted, ordered(unit: caution.mayHold))
    }
  }

  private mutating func ordered(unit: Int32) -> Diagrams.Ref {
    diagrams.ordered(model.condition(ofUnit: unit), &known)
  }
}
