import Triage

extension Diagrams {
  /// The diagram that goes on in one of two as a condition holds or fails.
  func choose(_ condition: Ref, _ ifHolds: Ref, _ ifFails: Ref) -> Ref {
    if condition == always || ifHolds == ifFails { return ifHolds }
    if condition == never { return ifFails }
    if ifHolds == always, ifFails == never { return condition }
    let key = Choice(condition: condition, ifHolds: ifHolds, ifFails: ifFails)
    if let known = combined[key] { return known }
    let node = nodes[Int(condition)]
    let result = self.node(
      node.test, ifHolds: choose(node.ifHolds, ifHolds, ifFails), ifFails: choose(node.ifFails, ifHolds, ifFails))
    combined[key] = result
    return result
  }

  func not(_ condition: Ref) -> Ref { choose(condition, never, always) }

  func and(_ first: Ref, _ second: Ref) -> Ref { choose(first, second, never) }

  /// Both of two conditions, the second relieved of every test that the first decides by itself.
  func and(given premise: Ref, _ condition: Ref) -> Ref {
    and(premise, relieved(condition, of: premise))
  }

  /// What is left of a diagram where every test comes out as a premise says that does so by itself.
  func relieved(_ diagram: Ref, of premise: Ref) -> Ref {
    var (rest, diagram) = (premise, diagram)
    while let (test, holds, next) = firstDecided(by: rest) {
      diagram = assuming(diagram, test, holds: holds)
      rest = next
    }
    return diagram
  }

  /// The questions of which a premise says by itself how some test comes out.
  func questionsDecided(by premise: Ref) -> Set<Int32> {
    var (rest, questions) = (premise, Set<Int32>())
    while let (test, _, next) = firstDecided(by: rest) {
      if case .answer(let number) = test { questions.insert(tests[Int(number)].question) }
      rest = next
    }
    return questions
  }

  /// The first test of a premise, where it has to come out one way; and what else the premise says.
  private func firstDecided(by premise: Ref) -> (test: TestID, holds: Bool, rest: Ref)? {
    let node = nodes[Int(premise)]
    guard node.test != .none else { return nil }
    if node.ifFails == never { return (node.test, true, node.ifHolds) }
    return node.ifHolds == never ? (node.test, false, node.ifFails) : nil
  }

  /// What is left of a diagram where a test comes out so.
  private func assuming(_ diagram: Ref, _ test: TestID, holds: Bool) -> Ref {
    let node = nodes[Int(diagram)]
    if node.test == .none { return diagram }
    if node.test == test { return assuming(holds ? node.ifHolds : node.ifFails, test, holds: holds) }
    let assumption = holds ? test.code : ~test.code
    if let known = assumed[diagram, assumption] { return known }
    let result = self.node(
      node.test, ifHolds: assuming(node.ifHolds, test, holds: holds),
      ifFails: assuming(node.ifFails, test, holds: holds))
    assumed.insert(result, for: diagram, assumption)
    return result
  }

  func or(_ first: Ref, _ second: Ref) -> Ref { choose(first, always, second) }

  /// Whether an answer passes a test as a program has it; of several choices each is tested by itself.
  func condition(_ test: AnswerTest) -> Ref {
    switch test.operation {
    case .hasAny: return bits(of: test).reduce(never) { or($0, $1) }
    case .hasAll: return bits(of: test).reduce(condition(test.changed(to: .hasValue))) { and($0, $1) }
    case .hasNone:
      let hasAny = bits(of: test).reduce(never) { or($0, $1) }
      return and(condition(test.changed(to: .hasValue)), not(hasAny))
    default: return node(test, ifHolds: always, ifFails: never)
    }
  }

  private func bits(of test: AnswerTest) -> [Ref] {
    (0..<Int32(Question.mostChoices)).filter { test.low >> $0 & 1 == 1 }.map { bit in
      node(test.changed(to: .hasAny, low: 1 << bit), ifHolds: always, ifFails: never)
    }
  }

  /// The same decision with other conditions in place of its tests of answers.
  func replacing(_ diagram: Ref, _ known: inout [Ref: Ref], by replacement: (AnswerTest) -> Ref) -> Ref {
    if let result = known[diagram] { return result }
    let node = nodes[Int(diagram)]
    var result = diagram
    if node.test != .none {
      let ifHolds = replacing(node.ifHolds, &known, by: replacement)
      let ifFails = replacing(node.ifFails, &known, by: replacement)
      switch node.test {
      case .none: break
      case .branch(let branch): result = self.node(behindBranch: branch, ifHolds)
      case .answer(let number): result = choose(replacement(tests[Int(number)]), ifHolds, ifFails)
      case .sum(let number):
        let sum = sums[Int(number)]
        let items = lists[Int(sum.items)].items.map { replacing($0, &known, by: replacement) }
        result = self.node(shortened(sum, to: list(of: items)), ifHolds: ifHolds, ifFails: ifFails)
      }
    }
    known[diagram] = result
    return result
  }

  /// The same decision with other diagrams in place of its leaves.
  func mappingLeaves(of diagram: Ref, _ known: inout [Ref: Ref], to end: (Int32) -> Ref) -> Ref {
    if let result = known[diagram] { return result }
    let node = nodes[Int(diagram)]
    let result =
      node.test == .none
      ? end(node.ifHolds)
      : self.node(
        node.test, ifHolds: mappingLeaves(of: node.ifHolds, &known, to: end),
        ifFails: mappingLeaves(of: node.ifFails, &known, to: end))
    known[diagram] = result
    return result
  }

  /// Where a decision goes by some branches of the program.
  ///
  /// - Parameter known: what was found before for these branches.
  func condition(of decision: Ref, leadingBehind branches: Set<Int32>, _ known: inout [Ref: Ref]) -> Ref {
    if let result = known[decision] { return result }
    let node = nodes[Int(decision)]
    let result: Ref
    switch node.test {
    case .none: result = never
    case .branch(let branch) where branches.contains(branch): result = always
    case .branch: result = condition(of: node.ifHolds, leadingBehind: branches, &known)
    case .answer, .sum:
      result = self.node(
        node.test, ifHolds: condition(of: node.ifHolds, leadingBehind: branches, &known),
        ifFails: condition(of: node.ifFails, leadingBehind: branches, &known))
    }
    known[decision] = result
    return result
  }

  /// What a condition says of some answers alone: it holds wherever other answers could make the condition hold.
  ///
  /// - Parameter isWanted: whether a test is of such an answer.
  func loosened(_ condition: Ref, _ known: inout [Ref: Ref], to isWanted: (AnswerTest) -> Bool) -> Ref {
    if let result = known[condition] { return result }
    let node = nodes[Int(condition)]
    var result = condition
    if node.test != .none {
      let ifHolds = loosened(node.ifHolds, &known, to: isWanted)
      let ifFails = loosened(node.ifFails, &known, to: isWanted)
      let isKept =
        switch node.test {
        case .none, .branch: false
        case .answer(let number): isWanted(tests[Int(number)])
        case .sum:
          tests(in: self.node(node.test, ifHolds: always, ifFails: never)).allSatisfy {
            isWanted(tests[Int($0)])
          }
        }
      result = isKept ? self.node(node.test, ifHolds: ifHolds, ifFails: ifFails) : or(ifHolds, ifFails)
    }
    known[condition] = result
    return result
  }

  struct Both: Hashable {
    var one: Ref
    var other: Ref
  }

  /// Where two decisions, of the same answers, end in leaves of which something is true.
  func combining(
    _ one: Ref, _ other: Ref, _ known: inout [Both: Ref], where isWanted: (Int32, Int32) -> Bool
  ) -> Ref {
    if one == other { return never }
    let both = Both(one: one, other: other)
    if let result = known[both] { return result }
    let (first, second) = (nodes[Int(one)], nodes[Int(other)])
    let result: Ref
    if first.test == .none, second.test == .none {
      result = isWanted(first.ifHolds, second.ifHolds) ? always : never
    } else {
      let test = first.test == .none ? second.test : first.test
      let (isFirst, isSecond) = (first.test == test, second.test == test)
      result = node(
        test,
        ifHolds: combining(
          isFirst ? first.ifHolds : one, isSecond ? second.ifHolds : other, &known, where: isWanted),
        ifFails: combining(
          isFirst ? first.ifFails : one, isSecond ? second.ifFails : other, &known, where: isWanted))
    }
    known[both] = result
    return result
  }
}
