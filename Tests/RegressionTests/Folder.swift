import Foundation

/// A folder of its own for one test, gone when the test is.
final class Folder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "backtalk-\(UUID().uuidString)").path
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)
  }

  /// A text with this folder's path left out, so that it is the same wherever the folder lies.
  func withoutPath(_ text: String) -> String { text.replacingOccurrences(of: path + "/", with: "") }
}

enum Fruit {
  /// A tree with a question of every type.
  static let tree = """
    backtalk: 1
    id: fruit
    title: Fruit
    version: 0.1.0
    language: en
    levels: [later, now]
    start: opening
    stuck: ask-somebody
    questions:
      colour:
        ask: Which colour is it?
        type: choice
        choices:
          red: Red
          green: Green
      spotted:
        ask: Is it spotted?
        type: yes-no
        unsure: yes
      weight:
        ask: How much does it weigh, in grams?
        type: number
        range: 0 to 500
        step: 10
        unsure: 0
        unasked: 0
      age:
        ask: How long has it lain here?
        type: duration
        range: 0 days to 1 year
        unsure: 0 days
      smells:
        ask: Which smells has it?
        type: choices
        choices:
          sweet: Sweet
          musty: Musty
        unsure: []
    alarms:
      falling:
        hears: [it fell]
        asks: [spotted]
        if: spotted is yes
        end: eat
    sections:
      opening:
        - ask: colour
        - ask: spotted
          then:
            - if: spotted is yes
              end: eat
        - ask: age
        - ask: smells
          then:
            - if: smells has musty or age > 2 weeks
              end: throw-away
        - ask: weight
          if: colour is red
        - decide:
            - if: colour is green
              go: unripe
            - end: wait
      unripe:
        - decide:
            - end: wait
              because: It is green.
    sources:
      book:
        title: A book of fruit
    stretches:
      reach:
        name: Reach for it
      climb:
        name: Climb for it
    outcomes:
      eat:
        level: now
        title: Eat it
        say: Eat it today.
      wait:
        level: later
        title: Wait
        say: It is not ripe.
        stretches: [reach, climb]
      throw-away:
        outside: yes
        title: Throw it away
        say: It is no fruit any more.
      ask-somebody:
        level: now
        title: Ask somebody
        say: Ask a gardener.

    """
}
