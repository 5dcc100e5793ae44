import TestSupport
import Testing
import Triage
import Understanding
import Validation

import struct Lint.Remark

@testable import Lint

@Suite struct SourceTests {
  private func claims(_ change: (inout Sketch) -> Void) throws -> [Remark.Claim] {
    var sketch = Sketch()
    sketch.sources = [Source(name: "book", title: "The book")]
    change(&sketch)
    return Lint().remarks(on: try Tree(sketch.grammar), today: Fixture.today).compactMap {
      if case .noSource(let claim) = $0.kind { claim } else { nil }
    }
  }

  @Test func `what decides about a patient needs a source`() throws {
    let found = try claims { sketch in
      _ = sketch.question {
        $0.unsure = .counts(as: Literal(.yes))
        $0.redFlag = .ranked([[.value(Literal(.no))], [.value(Literal(.yes))]], .none)
      }
      _ = sketch.stretch()
      sketch.stretchingRules = [StretchingRule("One."), StretchingRule("Two.", sources: [SourceID(0)])]
    }
    let outcomes = [OutcomeID(0), OutcomeID(1)].map(Remark.Claim.outcome)
    #expect(found == [.redFlag(QuestionID(0)), .stretch(StretchID(0)), .stretchingRule(0)] + outcomes)
  }

  @Test func `of a tree without any source it is said once`() throws {
    let remarks = Lint().remarks(on: try Tree(Sketch().grammar), today: Fixture.today)
    #expect(remarks.filter { $0.code == .noSource }.map(\.kind) == [.noSources(count: 2)])
  }

  @Test func `the stuck outcome, one outside the tree and a question that is no red flag need none`() throws {
    let found = try claims { sketch in
      _ = sketch.question()
      sketch.outcomes[0].level = nil
      sketch.outcomes[1].sources = [SourceID(0)]
    }
    #expect(found.isEmpty)
  }
}

@Suite struct ReviewTests {
  private func kinds(due: String?, _ today: CivilDate) throws -> [Remark.Kind] {
    var sketch = Sketch()
    sketch.about.reviewDue = due
    return Lint().remarks(on: try Tree(sketch.grammar), today: today).map(\.kind).filter {
      switch $0 {
      case .reviewMissing, .reviewOverdue: true
      default: false
      }
    }
  }

  @Test func `a review is overdue on the day after it was due, and not before`() throws {
    let due = CivilDate(year: 2027, month: 12, day: 31)
    #expect(try kinds(due: "2027-12-31", due).isEmpty)
    #expect(try kinds(due: "2027-12-31", due + -300).isEmpty)
    #expect(try kinds(due: "2027-12-31", due + 1) == [.reviewOverdue(since: due)])
    #expect(try kinds(due: nil, due) == [.reviewMissing])
  }
}
