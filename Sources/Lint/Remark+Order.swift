extension Remark {
  /// Where the remark stands among those on a tree: by the kind of part, then by its position.
  var rank: (Int, Int) {
    switch kind {
    case .hardTree, .reviewMissing, .reviewOverdue, .noSources: (0, 0)
    case .hardText(let passage, _, _, _): passage.rank
    case .noSource(.redFlag(let id)), .hearsClash(let id, _, _, _): (1, id.position)
    case .alarmByAnswer(let phrase, _, _): (3, phrase.alarm.position)
    case .noSource(.stretch(let id)): (5, id.position)
    case .noSource(.stretchingRule(let position)): (6, position)
    case .noSource(.outcome(let id)): (7, id.position)
    }
  }
}

extension Passage {
  fileprivate var rank: (Int, Int) {
    switch place {
    case .audience: (0, 0)
    case .question(let id, _), .label(let id, _): (1, id.position)
    case .means(let id): (2, id.position)
    case .say(let id), .because(let id): (4, id.position)
    case .stretch(let id, _): (5, id.position)
    case .stretchingRule(let position): (6, position)
    case .outcome(let id), .outcomeForOther(let id): (7, id.position)
    }
  }
}
