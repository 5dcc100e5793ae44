import Assurance
import Testing
import TreeFile
import Triage

/// Ten items of nought to five with any of them left open, as disability questionnaires have them, counted by sums
/// and not by the prover.
@Suite struct `A share of ten items that may be left open` {
  private let tree: Tree

  init() throws {
    let path = String(#filePath.dropLast("ScoreEdgeTests.swift".count)) + "ten-items.yaml"
    let loaded = Loader().load(path: path)
    tree = try #require(loaded.tree, "\(loaded.report)")
  }

  @Test func `is proven exactly, down to the weight of one item and to a millionth of a percent`() throws {
    let prover = Prover(tree)
    #expect(tree.grammar.guarantees.map(\.name).sorted() == ClaimOfTenItems.all.map(\.name).sorted())
    var verdicts: [ClaimOfTenItems.Verdict: Int] = [:]
    for (number, guarantee) in tree.grammar.guarantees.enumerated() {
      let claim = try #require(ClaimOfTenItems.all.first { $0.name == guarantee.name })
      let verdict = prover.proof(of: .guarantee(number)).verdict
      #expect(ClaimOfTenItems.Verdict(verdict) == claim.verdict, "\(claim.name)")
      verdicts[claim.verdict, default: 0] += 1
      guard case .broken(let example) = verdict else { continue }
      try expect(#require(example), toBreak: claim)
    }
    #expect(verdicts == [.holds: 18, .broken: 15, .empty: 3])
  }

  @Test func `never makes "not sure" safe to say`() throws {
    for item in tree.grammar.questions.ids {
      guard case .broken(let example?) = Prover(tree).proof(of: .doubt(item)).verdict else {
        Issue.record("\(item) is said to hold")
        continue
      }
      let other = try #require(example.other)
      let (first, second) = (tally(of: example.conversation), tally(of: other.conversation))
      #expect(first.answered == second.answered + 1)
      #expect((second.level ?? -1) < (first.level ?? -1))
    }
  }

  /// Asks somebody once more, and counts.
  private func expect(_ example: Counterexample, toBreak claim: ClaimOfTenItems) throws {
    let answers = example.conversation + example.besides
    #expect(Set(answers.map(\.question)).count == 10, "\(claim.name)")
    let found = tally(of: answers)
    #expect(claim.isMeant(found) && !claim.holds(found), "\(claim.name): \(found)")
    let session = try Session(tree, replaying: answers.map { .answer($0.question, $0.answer) })
    guard case .ended(let ending) = session.position else { return #expect(Bool(false), "\(claim.name) does not end") }
    #expect(tree.grammar.outcomes[ending.outcome].level?.position == found.level, "\(claim.name): \(found)")
    if !example.conversation.isEmpty { #expect(ending.outcome == example.ending, "\(claim.name)") }
  }

  private func tally(of answers: [Event.Given]) -> Tally {
    let points = answers.sorted { $0.question < $1.question }.map { given -> Int? in
      switch given.answer {
      case .value(.choice(let choice)): choice
      case .value(.number(let number)): Int(number.millionths / Number.scale)
      default: nil
      }
    }
    let answered = points.compactMap(\.self)
    return Tally(first: points[0], last: points.last!, sum: answered.reduce(0, +), answered: answered.count)
  }
}

extension ClaimOfTenItems {
  enum Verdict {
    case holds, broken, empty, other

    init(_ verdict: Proof.Verdict) {
      switch verdict {
      case .holds: self = .holds
      case .broken: self = .broken
      case .empty: self = .empty
      default: self = .other
      }
    }
  }

  /// By a look at every tally.
  var verdict: Verdict {
    let meant = Tally.all.filter(isMeant)
    return meant.isEmpty ? .empty : meant.allSatisfy(holds) ? .holds : .broken
  }
}
