import Glibc

/// Does something that calls itself deeply, on a thread whose stack no tree can use up.
func onLargeStack<Result>(_ body: @escaping () -> Result) -> Result {
  onLargeStack(atMost: nil, body)!
}

/// The same, without waiting for it longer than some milliseconds.
///
/// - Returns: nil where it takes longer; it is then still being done, and ends with the program.
func onLargeStack<Result>(atMost limit: Int?, _ body: @escaping () -> Result) -> Result? {
  let work = Work(body)
  guard let thread = work.begin() else { return body() }
  return work.end(of: thread, within: limit) ? work.result : nil
}

private final class Work<Result> {
  private let body: () -> Result
  private(set) var result: Result?
  /// Closed when all is done, for those who do not wait for ever.
  private let pipe = Closing()

  init(_ body: @escaping () -> Result) { self.body = body }

  /// The stack is address space, and takes memory only as far as it is used. Where so much is not to be had, less is
  /// tried, down to what every thread has.
  ///
  /// - Returns: nil where there is no thread.
  func begin() -> pthread_t? {
    var size = 512 << 20
    while size >= 8 << 20 {
      if let thread = begin(stack: size) { return thread }
      size /= 2
    }
    return nil
  }

  private func begin(stack size: Int) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return nil }
    let passed = Unmanaged.passRetained(Errand(perform))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, &attributes,
      { argument in
        Unmanaged<Errand>.fromOpaque(argument!).takeRetainedValue().perform()
        return nil
      }, passed.toOpaque())
    if failure == 0 { return thread }
    passed.release()
    return nil
  }

  private func perform() {
    result = body()
    pipe.close()
  }

  /// - Returns: false where it is not done in that time, in milliseconds.
  func end(of thread: pthread_t, within limit: Int?) -> Bool {
    if let limit, pipe.end >= 0 {
      var end = pollfd(fd: pipe.end, events: 0, revents: 0)
      var count: Int32
      repeat { count = poll(&end, 1, Int32(limit)) } while count < 0 && errno == EINTR
      if count == 0 { return false }
    }
    pthread_join(thread, nil)
    pipe.closeEnd()
    return true
  }
}

/// A pipe that is closed at its beginning, which its end shows.
private struct Closing {
  private(set) var end: Int32 = -1
  private var beginning: Int32 = -1

  init() {
    var ends: [Int32] = [-1, -1]
    if Glibc.pipe(&ends) == 0 { (end, beginning) = (ends[0], ends[1]) }
  }

  func closeEnd() {
    if end >= 0 { _ = Glibc.close(end) }
  }

  func close() {
    if beginning >= 0 { _ = Glibc.close(beginning) }
  }
}

/// What a thread is to do, as it can be handed through C.
private final class Errand {
  let perform: () -> Void
  init(_ perform: @escaping () -> Void) { self.perform = perform }
}
