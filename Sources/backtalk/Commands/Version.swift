import TreeFile

/// The versions of what the program is made of.
enum Version {
  static let program = "0.1.0"
  /// Of the tree files that it reads.
  static let format = 1
}

/// Names the program, the format and the tree that the options lead to.
///
/// - Returns: the exit status: 2 where there is a tree that cannot be read.
func showVersion(_ options: ChatOptions) -> Int32 {
  tell("backtalk \(Version.program)\ntree format \(Version.format)\n")
  let places = TreePlaces(argument: options.tree, environment: environment, executable: executablePath())
  guard let path = places.paths.first(where: fileExists) else {
    tell("no tree\n")
    return options.tree == nil ? 0 : 2
  }
  let loaded = Loader().load(path: path, libraries: options.libraries)
  guard let tree = loaded.tree?.grammar else {
    complain(loaded.report)
    return 2
  }
  tell("tree \(tree.id) \(tree.version), \(path)\n")
  return 0
}
