import Triage

/// A part of a tree whose words differ between two versions; nothing is proven about them.
public struct Rewording: Equatable, Sendable {
  public var kind: Kind
  public var name: String
  /// What of it differs, as the tree writes it.
  public var keys: [String]

  public enum Kind: String, Sendable {
    case tree, outcome, stretch, provider, fact, section
  }
}

extension TreePair {
  /// Everything with the same name, or the one before, that reads otherwise.
  var rewordings: [Rewording] {
    let facts = named(.fact, old.facts, new.facts, \.name, was: { _ in nil }) { before, after in
      [("means", before.means == after.means)]
    }
    let sections = named(.section, old.sections, new.sections, \.name, was: { _ in nil }) { before, after in
      [("say", before.said == after.said), ("because", before.reasons == after.reasons)]
    }
    let providers = named(.provider, old.providers, new.providers, \.name, was: { _ in nil }) { before, after in
      [
        ("role", before.role == after.role), ("person", before.person == after.person),
        ("phone", before.phone == after.phone), ("address", before.address == after.address),
        ("hours", before.hours == after.hours), ("page", before.page == after.page),
      ]
    }
    return tree + outcomes + stretches + providers + facts + sections
  }

  private var tree: [Rewording] {
    let (before, after) = (old.about, new.about)
    return changed(
      .tree, new.id,
      [
        ("title", old.title == new.title), ("audience", before.audience == after.audience),
        ("emergency_number", before.emergencyNumber == after.emergencyNumber),
        ("crisis_line", before.crisisLine == after.crisisLine),
      ]
    ).map { [$0] } ?? []
  }

  private var outcomes: [Rewording] {
    named(.outcome, old.outcomes, new.outcomes, \.name, was: \.was) { before, after in
      [
        ("title", before.title == after.title), ("say", before.say == after.say),
        ("refer", referral(before, old) == referral(after, new)), ("review", before.review == after.review),
        (
          "watch_for",
          before.watchFor.map { old.questions[$0.question].name }
            == after.watchFor.map { new.questions[$0.question].name }
        ),
      ]
    }
  }

  private func referral(_ outcome: Outcome, _ grammar: Grammar) -> [String?] {
    [outcome.refer.map { grammar.providers[$0.to].name }, outcome.refer?.within?.text]
  }

  private var stretches: [Rewording] {
    named(.stretch, old.stretches, new.stretches, \.name, was: \.was) { stretch, other in
      let (before, after) = (stretch.card, other.card)
      return [
        ("name", before.title == after.title), ("purpose", before.purpose == after.purpose),
        ("helps", before.helps == after.helps), ("difficulty", before.difficulty == after.difficulty),
        ("setup", before.setup == after.setup), ("steps", before.steps == after.steps),
        ("dose", before.dose == after.dose), ("progress", before.progress == after.progress),
        ("stop_if", before.stopIf == after.stopIf), ("figure", before.figure == after.figure),
      ]
    }
  }

  private func named<Part>(
    _ kind: Rewording.Kind, _ before: [Part], _ after: [Part], _ name: (Part) -> String, was: (Part) -> String?,
    same: (Part, Part) -> [(String, Bool)]
  ) -> [Rewording] {
    after.compactMap { part in
      let other = before.first { name($0) == name(part) || name($0) == was(part) }
      return other.flatMap { changed(kind, name(part), same($0, part)) }
    }
  }

  private func changed(_ kind: Rewording.Kind, _ name: String, _ same: [(key: String, isSame: Bool)]) -> Rewording? {
    let keys = same.filter { !$0.isSame }.map(\.key)
    return keys.isEmpty ? nil : Rewording(kind: kind, name: name, keys: keys)
  }
}

extension Section {
  /// What is said in it, in order.
  fileprivate var said: [String] {
    steps.compactMap { step in if case .say(let text) = step.action { text } else { nil } }
  }

  /// Why its branches are taken, in order.
  fileprivate var reasons: [String] {
    steps.flatMap { step in
      switch step.action {
      case .ask(_, let branches), .decide(let branches): branches.compactMap(\.because)
      case .say, .go: [String]()
      }
    }
  }
}
