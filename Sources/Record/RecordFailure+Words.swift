extension RecordFailure {
  /// Why, and what to do.
  public var words: String {
    switch reason {
    case .exists: "there is something of that name already, which is left as it is; choose another name"
    case .missing: "there is no such file"
    case .isLink: "it is a link, and a record is never written or read through one; name the file itself"
    case .inUse: "another program is writing it; wait until that one has ended"
    case .noFile: "it is no regular file"
    case .notOwned: "it belongs to somebody else"
    case .manyNames: "the file has another name too; copy it, and use the copy"
    case .tooLarge: "it has more than \(RecordFile.limit >> 20) MiB, which no record has"
    case .system(let reason): reason
    }
  }
}
