import Glibc

extension DiskFiles {
  /// A file that could not be written, and the system's reason. What stood there before stands there still.
  package struct Unwritable: Error, Equatable {
    package var path: String
    package var reason: String
  }

  /// Writes a whole file beside the old one and puts it in its place: nobody ever finds half of it, even where the
  /// machine stops meanwhile.
  package static func replace(_ path: String, with text: String) throws(Unwritable) {
    let draft = path + ".new"
    guard let file = fopen(draft, "we") else { throw Unwritable(path: draft, reason: reason()) }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0 && fsync(fileno(file)) == 0
    let failure = isWritten ? nil : reason()
    guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
      let failure = failure ?? reason()
      unlink(draft)
      throw Unwritable(path: path, reason: failure)
    }
  }
}
