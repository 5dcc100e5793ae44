import Assurance
import JSON
import Triage

extension TreeDiff {
  /// Everything that differs, for programs. `docs/diff.md` says what each key means.
  ///
  /// - Parameter engine: the version of the program.
  public func json(engine: String) -> String { JSON.json(Document(self, engine: engine)) }
}

private struct Document: Encodable {
  let version = 1
  var engine: String
  var old: Tree
  var new: Tree
  var verdict: String
  var isComplete: Bool
  var lowered: Bool
  var changes: [Change]
  var questions: [Question]
  var alarms: [Alarm]
  var levels: Levels?
  var stuck: Moved?
  var reworded: [Reworded]
  var states: Int

  enum CodingKeys: String, CodingKey {
    case version = "backtalk-diff"
    case isComplete = "complete"
    case engine, old, new, verdict, lowered, changes, questions, alarms, levels, stuck, reworded, states
  }

  struct Tree: Encodable {
    var id: String?
    var version: String?
    var path: String
    var errors: [String]
  }

  struct Change: Encodable {
    var direction: String
    var sentence: String
    var oldLevel: String
    var newLevel: String
    var outcomes: [Moved]
    var noLongerOffered: [String]
    var newlyOffered: [String]
    var exchanged: [String]
    var restsOn: [String]
    var exact: Bool
    var patients: [Group]
    var before: Conversation
    var now: Conversation

    enum CodingKeys: String, CodingKey {
      case direction, sentence, outcomes, exchanged, exact, patients, before, now
      case oldLevel = "old-level"
      case newLevel = "new-level"
      case noLongerOffered = "no-longer-offered"
      case newlyOffered = "newly-offered"
      case restsOn = "rests-on"
    }
  }

  struct Moved: Encodable {
    var old: String
    var new: String
    var direction: String
  }

  struct Group: Encodable {
    var conditions: [String]
    var ordinary: [String]
  }

  struct Conversation: Encodable {
    var answers: [String]
    var outcome: String
    var level: String
    var stretches: [String]
  }

  struct Question: Encodable {
    var name: String
    var change: String
    var noLongerTaken: String?
    var newlyTaken: String?
    var isComparable: Bool
    var differences: [Aspect]

    enum CodingKeys: String, CodingKey {
      case name, change, differences
      case noLongerTaken = "no-longer-taken"
      case newlyTaken = "newly-taken"
      case isComparable = "comparable"
    }

    struct Aspect: Encodable {
      var key: String
      var old: String?
      var new: String?
    }
  }

  struct Alarm: Encodable {
    var name: String
    var change: String
    var lowered: Bool
  }

  struct Reworded: Encodable {
    var kind: String
    var name: String
    var keys: [String]
  }

  struct Levels: Encodable {
    var old: [String]
    var new: [String]
  }
}

extension Document {
  init(_ diff: TreeDiff, engine: String) {
    self.engine = engine
    (old, new) = (Tree(diff.old), Tree(diff.new))
    verdict = diff.verdict.rawValue
    isComplete = diff.difference?.isComplete ?? false
    lowered = diff.isLowered
    changes = diff.told.map { Change($0) }
    questions = diff.questions.map { Question($0) }
    alarms = diff.alarms.map { Alarm(name: $0.name, change: $0.words, lowered: $0.isLowered) }
    levels = diff.levels.map { Levels(old: $0.old, new: $0.new) }
    stuck = diff.stuck.map { Moved($0) }
    reworded = diff.reworded.map { Reworded(kind: $0.kind.rawValue, name: $0.name, keys: $0.keys) }
    states = diff.difference?.states ?? 0
  }
}

extension Document.Tree {
  init(_ version: TreeDiff.Version) {
    let grammar = version.loaded.tree?.grammar
    self.init(
      id: grammar?.id, version: grammar?.version, path: version.path,
      errors: version.loaded.diagnostics.map { diagnostic in
        let place = version.loaded.map.sources.position(of: diagnostic.span)
        return "\(place.file):\(place.line): \(diagnostic.message)"
      })
  }
}

extension Document.Moved {
  init(_ move: OutcomeMove) { self.init(old: move.old, new: move.new, direction: move.direction.rawValue) }
}

extension Document.Conversation {
  init(_ told: PatientChange.Conversation) {
    self.init(answers: told.answers, outcome: told.outcome, level: told.level, stretches: told.stretches)
  }
}

extension Document.Change {
  init(_ change: PatientChange) {
    self.init(
      direction: change.move.direction.rawValue, sentence: change.sentence, oldLevel: change.move.old,
      newLevel: change.move.new, outcomes: change.outcomes.map { Document.Moved($0) },
      noLongerOffered: change.noLonger, newlyOffered: change.newly, exchanged: change.exchanged,
      restsOn: change.restsOn, exact: change.who.isExact,
      patients: change.who.groups.map { Document.Group(conditions: $0.conditions, ordinary: $0.ordinary) },
      before: Document.Conversation(change.example.old), now: Document.Conversation(change.example.new))
  }
}

extension Document.Question {
  init(_ change: QuestionChange) {
    self.init(
      name: change.name, change: change.words, noLongerTaken: change.noLongerTaken, newlyTaken: change.newlyTaken,
      isComparable: !change.isIncomparable,
      differences: change.aspects.map { Aspect(key: $0.aspect.rawValue, old: $0.old, new: $0.new) })
  }
}
