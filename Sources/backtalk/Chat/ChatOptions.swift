import Display

/// What a chat was asked to be.
struct ChatOptions {
  /// The tree's path; nil for the one that the environment names, or the default.
  var tree: String?
  /// Folders from which the tree may take files, beside its own.
  var libraries: [String] = []
  var isPlain = false
  var colour = ColourChoice.auto
  /// Whether a tree is followed of which nothing has been proven.
  var isUnproven = false
  /// The path of a record to be written.
  var record: String?
  /// Whether others will use the machine next, who are to find nothing on the screen.
  var isKiosk = false
  /// After how many seconds without a key a shared machine is taken to have been left.
  var idle = ChatOptions.usualIdle

  /// Five minutes.
  static let usualIdle = 300
}

extension ChatOptions {
  /// The options in arguments that need no parser: none at all, or a lone path.
  ///
  /// The argument parser takes as long to start as everything else together, and these are the two ways in which
  /// patients start a chat. A lone word that is no path to a YAML file is left to it, since that may be a command.
  init?(withoutParsing arguments: some Collection<String>) {
    guard arguments.count <= 1 else { return nil }
    if let path = arguments.first {
      guard !path.hasPrefix("-"), path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return nil }
      tree = path
    }
  }
}
