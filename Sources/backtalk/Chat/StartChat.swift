import Conversation
import Glibc
import Record
import TreeFile
import Triage

/// Finds the tree and talks about it.
///
/// - Returns: the exit status: 2 where there is no tree, or none that may be followed, or a record was asked for and
///   cannot be begun; else the chat's own.
func startChat(_ options: ChatOptions) -> Int32 {
  ignoreFailingWrites()
  guard let followed = FollowedTree(options) else { return 2 }
  var recorder = Recorder(followed)
  do throws(RecordFailure) {
    if let path = options.record { try recorder.begin(path) }
  } catch {
    complain(about: error.path, error.words)
    return 2
  }
  let review = Conversation.Review(of: followed.tree.grammar, at: followed.path)
  return Chat(Conversation(followed.tree, review: review, isRecorded: recorder.path != nil), options, recorder).run()
}

/// A reader who goes away, and a file that may not grow, are answers to a write, and no death.
func ignoreFailingWrites() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}

/// A tree that may be followed, and where it came from.
struct FollowedTree {
  var tree: Tree
  var map: SourceMap
  var path: String
}

extension FollowedTree {
  /// Finds the tree of a chat, and sees to it that it is proven. Where there is none, it is said why.
  init?(_ options: ChatOptions) {
    let places = TreePlaces(argument: options.tree, environment: environment, executable: executablePath())
    guard let path = places.paths.first(where: fileExists) else {
      complain(places.complaint)
      return nil
    }
    let loaded = Loader().load(path: path, libraries: options.libraries)
    if !loaded.diagnostics.isEmpty { complain(loaded.report) }
    guard let tree = loaded.tree else { return nil }
    if !options.isUnproven,
      let refusal = ProofGate.refusal(of: tree, loaded.map, at: path, libraries: options.libraries)
    {
      complain(refusal)
      return nil
    }
    self.init(tree: tree, map: loaded.map, path: path)
  }
}
