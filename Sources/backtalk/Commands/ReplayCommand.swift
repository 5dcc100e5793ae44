import ArgumentParser
import Record
import SignOff
import TreeFile
import Triage

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Verify a record, and see whether it leads where it led.",
    discussion: """
      The lines are verified, and what happened is followed again through the same tree, or with --tree through \
      another version: the first difference is told, and nothing after it, since it would be a guess. The exit status \
      is 0 where the record is whole and leads where it led, 1 where it does not, was changed or has no end, and 2 where \
      it cannot be read or its tree is not there. docs/record.md says what a record cannot show.
      """
  )

  @Argument(help: "The record.", completion: .file())
  var record: String

  @Option(
    help: ArgumentHelp("Follow this tree, be it the same or another.", valueName: "tree"),
    completion: .file(extensions: ["yaml", "yml"]))
  var tree: String?

  @Option(
    help: ArgumentHelp(
      "Only verify it, and write it to this new file without what was typed.", valueName: "out"), completion: .file())
  var redact: String?

  @ParentCommand var main: BacktalkCommand

  func validate() throws {
    if tree != nil, redact != nil { throw ValidationError("--redact follows no tree; leave --tree out.") }
  }

  func run() throws {
    let status: Int32
    do throws(RecordFailure) {
      status = try verify(try RecordFile.read(record))
    } catch {
      complain(about: error.path, error.words)
      status = 2
    }
    throw ExitCode(status)
  }

  private func verify(_ bytes: [UInt8]) throws(RecordFailure) -> Int32 {
    let sound: SessionRecord
    do throws(Flaw) { sound = try SessionRecord(bytes) } catch {
      complain(error, of: record)
      return error.isUnusable ? 2 : 1
    }
    guard let redact else { return replay(sound) }
    try write(sound.redacted, to: redact)
    tell(Message.harmless("\(redact): written without what was typed, \(sound.lines.count) lines") + "\n")
    return 0
  }

  private func write(_ lines: [Line], to path: String) throws(RecordFailure) {
    let file = try RecordFile.create(path)
    do throws(RecordFailure) {
      try file.append(lines.map { $0.text + "\n" }.joined())
    } catch {
      file.discard()
      throw error
    }
  }
}

extension ReplayCommand {
  /// Follows a record that is as it was written.
  ///
  /// - Returns: the exit status.
  private func replay(_ record: SessionRecord) -> Int32 {
    var options = main.chatOptions(tree: tree ?? record.knownPath)
    options.isUnproven = true  // no patient follows it
    guard let followed = FollowedTree(options) else { return 2 }
    let isSameTree = Digest(of: followed.map.sources).text == record.start.tree.digest
    if tree == nil, !isSameTree {
      complainOfTree(of: record, self.record, followed, command: "replay")
      return 2
    }
    do throws(Difference) {
      let replay = try Replay(
        record, through: followed.tree, isSameTree: isSameTree, place: followed.map.placeInTree)
      tell(account(of: record, replay, followed))
    } catch {
      tell(Message.harmless("\(self.record):\(error.line): \(error.words)") + "\n" + verdict(on: error, isSameTree))
      return 1
    }
    tell(verdict(on: record, followed, isSameTree))
    return record.end == nil || record.tornBytes > 0 ? 1 : 0
  }

  private func account(of record: SessionRecord, _ replay: Replay, _ followed: FollowedTree) -> String {
    let lines = replay.session.account.map { $0.text(place: followed.map.place) }
    let notes = record.turns.compactMap { $0.note?.text }.map { "note: \($0)" }
    return (lines + notes).map { Message.harmless($0) + "\n" }.joined() + "\n"
  }

  private func verdict(on record: SessionRecord, _ followed: FollowedTree, _ isSameTree: Bool) -> String {
    let start = record.start
    var lines = ["\(self.record): \(record.lines.count) lines, each as it was written"]
    if record.tornBytes > 0 {
      lines.append("A last line was cut short (\(record.tornBytes) bytes). backtalk resume drops it and goes on.")
    }
    if start.engine != Version.program {
      lines.append("Version \(start.engine) of this program wrote it, and this is \(Version.program).")
    }
    let tree = followed.tree.grammar
    lines.append(
      isSameTree
        ? "The same tree, \(tree.id) \(tree.version), leads where it led."
        : "Another tree, \(tree.id) \(tree.version), instead of \(start.tree.id) \(start.tree.version), asks the same, "
          + "takes the same branches and leads to the same end.")
    lines.append(
      record.end.map { "Verified: it ends in \($0.outcome)." }
        ?? "Unfinished: it has no last line. Whether there was more cannot be told.")
    return lines.map { Message.harmless($0) + "\n" }.joined()
  }

  private func verdict(on difference: Difference, _ isSameTree: Bool) -> String {
    isSameTree
      ? "The tree is the same, so the record was not made so, or not by this version of the program.\n"
      : "This is the first difference. What follows it is not looked at, since it would be a guess.\n"
  }
}
