import Glibc

/// Waits until there is something to read, and reads what there is, at most 4 KiB.
///
/// - Returns: nothing at the end of the input, and where it cannot be read any more (a terminal that was closed).
func readChunk(from descriptor: Int32) -> [UInt8] {
  while true {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { space, count in
      let got = read(descriptor, space.baseAddress, space.count)
      failure = got < 0 ? errno : 0
      count = max(0, got)
    }
    switch failure {
    case 0: return chunk
    case EINTR: continue
    case EAGAIN: _ = waitForInput(on: descriptor, milliseconds: -1)
    default: return []
    }
  }
}

/// Waits for input, or for its end, no longer than `milliseconds`; without limit where that is negative.
///
/// - Returns: whether a read would not wait. A signal that was caught ends the waiting too.
func waitForInput(on descriptor: Int32, milliseconds: Int32) -> Bool {
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&request, 1, milliseconds) > 0
}

/// Writes all of `bytes`, unless whoever reads them is gone.
func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) {
  var rest = Array(bytes)[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR { return }
  }
}
