import Glibc

/// Does something that calls itself deeply, on a thread whose stack no tree can use up.
///
/// The stack is address space, and takes memory only as far as it is used. Where so much is not to be had, less is
/// tried, down to what every thread has.
func onLargeStack<Result>(_ body: @escaping () -> Result) -> Result {
  let work = Work(body)
  var size = 512 << 20
  while size >= 8 << 20 {
    if work.run(stack: size) { return work.result! }
    size /= 2
  }
  return body()
}

private final class Work<Result> {
  private let body: () -> Result
  private(set) var result: Result?

  init(_ body: @escaping () -> Result) { self.body = body }

  /// - Returns: false where there is no such thread.
  func run(stack size: Int) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
    let perform = Box { self.result = self.body() }
    var thread = pthread_t()
    let passed = Unmanaged.passRetained(perform)
    let failure = pthread_create(
      &thread, &attributes,
      { argument in
        Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().perform()
        return nil
      }, passed.toOpaque())
    guard failure == 0 else {
      passed.release()
      return false
    }
    pthread_join(thread, nil)
    return true
  }
}

/// What a thread is to do, as it can be handed through C.
private final class Box {
  let perform: () -> Void
  init(_ perform: @escaping () -> Void) { self.perform = perform }
}
