import TestSupport
import Testing
import Triage
import Validation

@testable import Regression

/// Random trees and what happens in them, marked and not.
@Suite struct MarkedTreeTests {
  /// A tree, and some events that a session of it takes.
  struct Run {
    let grammar: Grammar
    let tree: Tree
    let events: [Event]
  }

  static func forEachRun(_ body: (Run) throws -> Void) throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let grammar = RandomTree.grammar(seed: seed)
      let tree = try Tree(grammar)
      for number in 0..<3 as Range<UInt64> {
        var patient = RandomPatient(grammar, seed: seed &* 3 &+ number)
        var session = Session(tree)
        for _ in 0..<20 { try? session.submit(patient.event(for: session)) }
        try body(Run(grammar: grammar, tree: tree, events: session.events))
      }
    }
  }

  @Test func `a marked tree goes where the tree goes`() throws {
    try Self.forEachRun { run in
      var (session, marked) = (Session(run.tree), Session(MarkedTree(run.grammar).tree))
      #expect(marked.position == session.position, "\(run.grammar.id)")
      for event in run.events {
        try session.submit(event)
        try marked.submit(event)
        #expect(marked.position == session.position, "\(run.grammar.id) after \(session.events)")
        #expect(marked.answers == session.answers, "\(run.grammar.id) after \(session.events)")
        #expect(marked.offer == session.offer, "\(run.grammar.id) after \(session.events)")
      }
    }
  }

  @Test func `what was come by is what a naive look at the way finds`() throws {
    var (passed, missed): ([String: Int], [String: Int]) = ([:], [:])
    try Self.forEachRun { run in
      let marked = MarkedTree(run.grammar)
      let found = Set(marked.points(passedBy: run.events).map { marked.points[$0].place })
      let expected = try NaiveCoverage(run.grammar, events: run.events).passed
      #expect(found == expected, "\(run.grammar.id) after \(run.events)")
      for place in marked.points.map(\.place) {
        if found.contains(place) { passed[place.what, default: 0] += 1 } else { missed[place.what, default: 0] += 1 }
      }
    }
    for what in ["said", "asked", "decided", "went", "took", "true", "false", "unsure", "heard", "ended", "reached"] {
      #expect(passed[what, default: 0] >= 10, "\(what) is come by too rarely")
      #expect(missed[what, default: 0] >= 10, "\(what) is missed too rarely")
    }
  }

  @Test func `no two points of a tree are the same`() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      let places = MarkedTree(RandomTree.grammar(seed: seed)).points.map(\.place)
      #expect(Set(places).count == places.count)
    }
  }
}

extension Point {
  fileprivate var place: NaiveCoverage.Place {
    switch what {
    case .said: .init("said", part)
    case .asked: .init("asked", part)
    case .decided: .init("decided", part)
    case .wentOn: .init("went", part)
    case .took: .init("took", part)
    case .compared(_, let isTrue): .init("\(isTrue)", part)
    case .happened(.unsure): .init("unsure", part)
    case .happened(.heard): .init("heard", part)
    case .happened(.endedBy): .init("ended", part)
    case .happened(.reached): .init("reached", part)
    case .happened(.offered): .init("offered", part)
    }
  }
}
