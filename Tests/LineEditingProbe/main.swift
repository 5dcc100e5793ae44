// A program for the tests of LineEditing to type at: it reads lines and says what it read, one word a line first.
// With the argument "guard" it calls the next question one that may not be answered unseen; with "quiet=N" a paste is
// over after N milliseconds without a byte; with "patience=N" nobody is waited for longer than N milliseconds.

import Glibc
import LineEditing

let words = ["yes", "yesterday", "no", "größer"]
let completion = Completion(
  candidates: { typed in words.filter { $0.hasPrefix(typed) } },
  listing: { $0.joined(separator: "  ") })

let quiet = CommandLine.arguments.first { $0.hasPrefix("quiet=") }.flatMap { Int32($0.dropFirst("quiet=".count)) }
let editor = LineEditor(program: "probe", quiet: quiet ?? LineEditor.usualQuiet)
editor?.completion = completion
let patience = CommandLine.arguments.first { $0.hasPrefix("patience=") }.flatMap {
  Int($0.dropFirst("patience=".count))
}
if let patience { editor?.expectOthers(patience: patience) }
let source: any LineSource = editor ?? PlainLines()

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

say("ready")
reading: while true {
  if CommandLine.arguments.contains("guard") {
    say("guarded question")
    if source.discardUnseenInput() { say("dropped") }
  }
  switch source.readLine(prompt: "ä> ", remembered: true) {
  case .line(let line):
    say("line <\(line.text)>\(line.wasRepaired ? " repaired" : "")\(line.wasCut ? " cut" : "")")
    if line.text == "forget" { source.forgetLines() }
  case .interrupted:
    say("interrupted")
  case .idle:
    say("idle")
  case .endOfInput:
    say("end")
    break reading
  }
}
