import Conversation
import Glibc
import TreeFile

/// Finds the tree and talks about it.
///
/// - Returns: the exit status: 2 where there is no tree, or none that may be followed, else the chat's own.
func startChat(_ options: ChatOptions) -> Int32 {
  signal(SIGPIPE, SIG_IGN)  // so that a reader who goes away is an answer to a write, and no death
  let places = TreePlaces(argument: options.tree, environment: environment, executable: executablePath())
  guard let path = places.paths.first(where: fileExists) else {
    complain(places.complaint)
    return 2
  }
  let loaded = Loader().load(path: path, libraries: options.libraries)
  if !loaded.diagnostics.isEmpty { complain(loaded.report) }
  guard let tree = loaded.tree else { return 2 }
  if !options.isUnproven,
    let refusal = ProofGate.refusal(of: tree, loaded.map, at: path, libraries: options.libraries)
  {
    complain(refusal)
    return 2
  }
  return Chat(Conversation(tree, review: Conversation.Review(of: tree.grammar, at: path)), options).run()
}
