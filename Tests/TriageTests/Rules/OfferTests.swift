import TestSupport
import Testing
import Triage

@Suite struct `An outcome offers` {
  @Test func `nothing while questions are asked`() throws {
    var (tree, _, wet) = Self.stretches(1)
    tree.start(.ask(wet), .end(tree.fine))
    #expect(try tree.session().offer.stretches.isEmpty)
    #expect(try tree.session().offer.leftOut.isEmpty)
  }

  @Test func `each stretch once, in order`() throws {
    let (tree, stretches, _) = Self.stretches(3)
    let list = StretchList.of(.stretch(stretches[1]), .stretch(stretches[0]), .stretch(stretches[1]))
    #expect(try Self.offer(list, of: tree).stretches == [stretches[1], stretches[0]])
  }

  @Test func `at most so many`() throws {
    let (tree, stretches, _) = Self.stretches(3)
    let list = StretchList.of(
      .stretch(stretches[0]), .stretch(stretches[0]), .stretch(stretches[1]), .stretch(stretches[2]), atMost: 2)
    #expect(try Self.offer(list, of: tree).stretches == [stretches[0], stretches[1]])
  }

  @Test func `of a programme at most what the programme allows, and of all at most its own`() throws {
    var (tree, stretches, _) = Self.stretches(5)
    let programme = tree.programme(
      .of(.stretch(stretches[0]), .stretch(stretches[1]), .stretch(stretches[2]), atMost: 2))
    let list = StretchList.of(.programme(programme), .stretch(stretches[3]), .stretch(stretches[4]), atMost: 3)
    #expect(try Self.offer(list, of: tree).stretches == [stretches[0], stretches[1], stretches[3]])
  }

  @Test func `the first that is permitted, and nothing more where it is offered already`() throws {
    var (tree, stretches, _) = Self.stretches(3)
    tree.grammar.stretches[0].avoid = [.fact(tree.fact(.always), .none)]
    let list = StretchList.of(
      .stretch(stretches[1]), .firstOf([stretches[0], stretches[1], stretches[2]]))
    let offer = try Self.offer(list, of: tree)
    #expect(offer.stretches == [stretches[1]])
    #expect(offer.leftOut.map(\.stretch) == [stretches[0]])
  }

  @Test func `an entry only where its condition holds`() throws {
    let (tree, stretches, wet) = Self.stretches(1)
    let list = StretchList([.init(.stretch(stretches[0]), if: .is(wet, .yes))])
    #expect(try Self.offer(list, of: tree, [wet: .yes]).stretches == stretches)
    #expect(try Self.offer(list, of: tree, [wet: .no]).stretches.isEmpty)
  }

  fileprivate static func stretches(_ count: Int) -> (Sketch, [StretchID], QuestionID) {
    var tree = Sketch()
    let stretches = (0..<count).map { _ in tree.stretch() }
    let wet = tree.question { $0.unsure = .counts(as: Literal(.no)) }
    return (tree, stretches, wet)
  }

  fileprivate static func offer(
    _ list: StretchList, of sketch: Sketch, _ answers: [QuestionID: Answer] = [:]
  ) throws -> Offer {
    var tree = sketch
    tree.outcomes[0].stretches = list
    tree.grammar.sections[0].steps = answers.keys.sorted().map { .ask($0) } + [.end(tree.fine)]
    return try tree.session().answering(answers).offer
  }
}

@Suite struct `A stretch is left out` {
  @Test func `where what it avoids is known, and the offer says so`() throws {
    try expect(avoiding: { .is($0, .yes) }, .yes, isOffered: false, isKnown: true)
    try expect(avoiding: { .is($0, .yes) }, .no, isOffered: true)
  }

  @Test func `where it is not known, whatever not sure counts as`() throws {
    try expect(avoiding: { .is($0, .yes) }, .unsure, isOffered: false, isKnown: false)
  }

  @Test func `where it was not asked, whatever that counts as`() throws {
    try expect(avoiding: { .is($0, .yes) }, nil, isOffered: false, isKnown: false)
  }

  @Test func `by is unsure, once that is known`() throws {
    try expect(avoiding: { .isUnsure($0) }, .unsure, isOffered: false, isKnown: true)
    try expect(avoiding: { .isUnsure($0) }, .no, isOffered: true)
    try expect(avoiding: { .isUnsure($0) }, nil, isOffered: false, isKnown: false)
  }

  @Test func `by was asked, which is always known`() throws {
    try expect(avoiding: { .wasAsked($0) }, nil, isOffered: true)
    try expect(avoiding: { .wasAsked($0) }, .no, isOffered: false, isKnown: true)
  }

  @Test func `never by what cannot be`() throws {
    try expect(avoiding: { .all([.never, .is($0, .yes)]) }, nil, isOffered: true)
  }

  @Test func `never by a value that is none of any`() throws {
    try expect(avoiding: { .is($0) }, .no, isOffered: true)
  }

  @Test func `by a count of anything unknown`() throws {
    try expect(avoiding: { .count(.atLeast(1), of: .is($0, .yes), .never) }, nil, isOffered: false, isKnown: false)
    try expect(avoiding: { .count(.atLeast(1), of: .is($0, .yes), .never) }, .no, isOffered: true)
  }

  @Test func `not by a question that is known not to apply`() throws {
    var (tree, stretches, wet) = `An outcome offers`.stretches(1)
    let deep = tree.question { $0.applies = .is(wet, .yes) }
    tree.grammar.stretches[0].avoid = [.question(deep, .none)]
    let list = StretchList.of(.stretch(stretches[0]))
    #expect(try `An outcome offers`.offer(list, of: tree, [wet: .no]).stretches == stretches)
    #expect(try `An outcome offers`.offer(list, of: tree, [wet: .unsure]).stretches.isEmpty)
    #expect(try `An outcome offers`.offer(list, of: tree).stretches.isEmpty)
  }

  @Test func `by the first reason in its list`() throws {
    var (tree, stretches, wet) = `An outcome offers`.stretches(1)
    let fact = tree.fact(.always)
    tree.grammar.stretches[0].avoid = [.question(wet, .none), .fact(fact, .none)]
    let list = StretchList.of(.stretch(stretches[0]))
    let leftOut = try `An outcome offers`.offer(list, of: tree, [wet: .no]).leftOut
    #expect(leftOut.map(\.avoid) == [.fact(fact, .none)])
  }

  private func expect(
    avoiding condition: (QuestionID) -> Condition, _ answer: Answer?, isOffered: Bool, isKnown: Bool? = nil,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    var (tree, stretches, wet) = `An outcome offers`.stretches(1)
    tree.grammar.questions[0].unasked = Literal(.no)
    tree.grammar.stretches[0].avoid = [.fact(tree.fact(condition(wet)), .none)]
    let answers = answer.map { [wet: $0] } ?? [:]
    let offer = try `An outcome offers`.offer(.of(.stretch(stretches[0])), of: tree, answers)
    #expect(offer.stretches == (isOffered ? stretches : []), sourceLocation: place)
    #expect(offer.leftOut.first?.isKnown == isKnown, sourceLocation: place)
  }
}

@Suite struct `Questions are worded for somebody else` {
  @Test func `once it is known that somebody answers for somebody else`() throws {
    var tree = Sketch()
    let other = tree.question { $0.unasked = Literal(.yes) }
    let wet = tree.question()
    tree.onBehalf = .is(other, .yes)
    tree.start(.ask(other), .ask(wet), .end(tree.fine))
    #expect(try tree.session().isOnBehalf == false)
    #expect(try tree.session().answering([other: .yes]).isOnBehalf)
    #expect(try tree.session().answering([other: .no]).isOnBehalf == false)
  }
}
