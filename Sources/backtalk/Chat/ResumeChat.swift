import Conversation
import Glibc
import Record
import SignOff
import Triage

/// Goes on with a chat whose record has no end, in the same record.
///
/// - Returns: the exit status: 2 where it cannot be gone on with, which leaves the record as it is; else the chat's own.
func resumeChat(_ path: String, _ options: ChatOptions) -> Int32 {
  ignoreFailingWrites()
  do throws(RecordFailure) {
    let (file, bytes) = try RecordFile.reopen(path)
    let record: SessionRecord
    do throws(Flaw) { record = try SessionRecord(bytes) } catch {
      complain(error, of: path)
      return 2
    }
    guard record.end == nil else {
      complain(about: path, "this chat came to its end, and there is nothing to go on with; begin a new one")
      return 2
    }
    return try resume(record, in: file, options)
  } catch {
    complain(about: error.path, error.words)
    return 2
  }
}

private func resume(_ record: SessionRecord, in file: RecordFile, _ options: ChatOptions) throws(RecordFailure) -> Int32
{
  var options = options
  options.tree = options.tree ?? record.knownPath
  guard let followed = FollowedTree(options) else { return 2 }
  guard Digest(of: followed.map.sources).text == record.start.tree.digest else {
    complainOfTree(of: record, file.path, followed, command: "resume")
    return 2
  }
  guard let replay = replay(record, file.path, followed) else { return 2 }
  guard let open = try? Conversation.Open(replay.open, notes: record.notes, in: followed.tree.grammar) else {
    complain(about: file.path, "what was begun last is not in the tree; begin a new chat")
    return 2
  }
  var recorder = Recorder(followed)
  try recorder.resume(file, record)
  let review = Conversation.Review(of: followed.tree.grammar, at: followed.path)
  let conversation = Conversation(resuming: replay.session, open, review: review, isRecorded: true)
  let notices = record.tornBytes > 0 ? [Notice.lineWasLost(bytes: record.tornBytes)] : []
  return Chat(conversation, options, recorder, resumedWith: notices).run()
}

/// Follows a record through its own tree. Where that is not what was recorded, it is said.
private func replay(_ record: SessionRecord, _ path: String, _ followed: FollowedTree) -> Replay? {
  do throws(Difference) {
    return try Replay(record, through: followed.tree, isSameTree: true, place: followed.map.placeInTree)
  } catch {
    complain(about: "\(path):\(error.line)", error.words + "; the record was not made by this program as it is")
    return nil
  }
}

// MARK: - What a record says of itself

/// Says what is wrong with a record, why, and what to do.
func complain(_ flaw: Flaw, of path: String) {
  complain(about: "\(path):\(flaw.line)", "\(flaw.words.what). \(flaw.words.cause) \(flaw.words.cure)")
}

/// Says that a tree is not the one of a record.
func complainOfTree(of record: SessionRecord, _ path: String, _ followed: FollowedTree, command: String) {
  let (mark, grammar) = (record.start.tree, followed.tree.grammar)
  let isOther = mark.id != grammar.id || mark.version != grammar.version
  complain(
    about: "\(path):1",
    "the record was made with the tree \(mark.id) \(mark.version), and \(followed.path) "
      + (isOther ? "is \(grammar.id) \(grammar.version)." : "is not the same any more: its files have been changed.")
      + " Put back the tree as it was, or name it: backtalk \(command) "
      + (command == "resume" ? "\(path) TREE" : "--tree TREE \(path). A tree named so may also be a newer one."))
}

extension SessionRecord {
  /// Where its tree lay, if there is something still, and the record says it.
  var knownPath: String? { start.tree.path.text.flatMap { fileExists($0) ? $0 : nil } }
}
