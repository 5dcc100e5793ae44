/// Where the tree of a chat may be, first the likeliest.
struct TreePlaces: Equatable {
  var paths: [String]

  /// The tree that is followed where nobody names one, as a checkout has it and as it is installed.
  private static let defaultTree = "DecisionTrees/back-pain.yaml"

  /// What to say where no place has a tree.
  var complaint: String {
    "backtalk: there is no tree to follow. These places were searched:\n"
      + paths.map { "  \($0)\n" }.joined()
      + "Name one: backtalk FILE, or BACKTALK_TREE=FILE.\n"
  }

  /// - Parameters:
  ///   - argument: the path on the command line; where there is one, no other place counts.
  ///   - environment: the value of a variable.
  ///   - executable: the absolute path of the running program, without links.
  init(argument: String?, environment: (String) -> String?, executable: String) {
    if let named = argument ?? environment("BACKTALK_TREE").flatMap({ $0.isEmpty ? nil : $0 }) {
      paths = [named]
    } else {
      paths = Self.checkout(around: executable) + [Self.installed(beside: executable)]
    }
  }

  /// A program built in a checkout lies in its `.build`, or in a `.build-` with a name.
  private static func checkout(around executable: String) -> [String] {
    let folders = executable.utf8.split(separator: UInt8(ascii: "/"))
    let build = folders.last { $0.elementsEqual(".build".utf8) || $0.starts(with: ".build-".utf8) }
    guard let build else { return [] }
    return [String(executable[..<build.startIndex]) + defaultTree]
  }

  /// `bin` has `share` as its neighbour, whatever the prefix.
  private static func installed(beside executable: String) -> String {
    let bin = executable.utf8.split(separator: UInt8(ascii: "/")).dropLast().last
    return String(executable[..<(bin?.startIndex ?? executable.startIndex)]) + "share/backtalk/" + defaultTree
  }
}
