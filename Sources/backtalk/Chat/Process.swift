import Display
import Glibc
import TreeFile
import Understanding

// What the chat asks the system, without Foundation, which would double the time to the first prompt.

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// The absolute path of the running program, without links; empty where `/proc` is not mounted.
func executablePath() -> String {
  let path = [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { space, count in
    count = max(0, readlink("/proc/self/exe", space.baseAddress!, space.count))
  }
  return String(decoding: path.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

func fileExists(_ path: String) -> Bool {
  access(path, F_OK) == 0
}

/// The time on the patient's clock: in the time zone of `TZ`, or the machine's.
func localTime() -> Moment {
  var seconds = time(nil)
  var parts = tm()
  localtime_r(&seconds, &parts)
  return Moment(
    year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
    hour: Int(parts.tm_hour), minute: Int(parts.tm_min))
}

/// The same time as records have it: with seconds, and with what the clock is ahead of universal time, so that lines
/// written before and after the clocks are changed can be told apart.
func localTimestamp() -> String {
  var seconds = time(nil)
  var parts = tm()
  localtime_r(&seconds, &parts)
  func digits(_ number: some BinaryInteger, _ count: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
  let date = [digits(parts.tm_year + 1900, 4), digits(parts.tm_mon + 1), digits(parts.tm_mday)].joined(separator: "-")
  let hour = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { digits($0) }.joined(separator: ":")
  let ahead = abs(parts.tm_gmtoff) / 60
  return "\(date)T\(hour)\(parts.tm_gmtoff < 0 ? "-" : "+")\(digits(ahead / 60)):\(digits(ahead % 60))"
}

/// The path from the root of the file system, every link followed; the path itself where it leads nowhere.
func absolutePath(_ path: String) -> String {
  guard let found = realpath(path, nil) else { return path }
  defer { free(found) }
  return String(cString: found)
}

/// Writes whole lines to standard output. Whatever they quote only prints.
func tell(_ text: String) {
  print(visible(text), terminator: "")
}

/// Writes a report for people to standard output, in lines of the width that a chat would have there.
func tell(report: String, isPlain: Bool) {
  var options = ChatOptions()
  options.isPlain = isPlain
  tell(Window(options: options, editor: nil).layout.folded(visible(report)))
}

/// Writes to standard error, on one line, what is the matter with something, whatever a name in it is made of.
func complain(about subject: String, _ reason: String) {
  complain(Message.harmless("\(subject): \(reason)") + "\n")
}

/// Writes whole lines to standard error. Whatever they quote only prints.
func complain(_ text: String) {
  // Where both go into one file, what was told before stands before it.
  fflush(nil)
  let bytes = Array(visible(text).utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
