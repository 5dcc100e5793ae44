import Glibc

/// One command of git, run without a shell.
struct Git {
  var status: Int32
  var output: [UInt8]
  var complaints: [UInt8]

  /// - Throws: ``FileFailure/unreadable(_:)`` where it cannot be run, ``FileFailure/tooLarge`` where it writes more than
  ///   the limit.
  init(_ arguments: [String], limit: Int = 1 << 20) throws(FileFailure) {
    let (output, complaints) = (try Channel(), try Channel())
    let process: pid_t
    do throws(FileFailure) {
      process = try Self.start(arguments, output, complaints)
    } catch {
      for end in [output.end, output.beginning, complaints.end, complaints.beginning] { close(end) }
      throw error
    }
    close(output.beginning)
    close(complaints.beginning)
    let texts = Self.read([output.end, complaints.end], limit: limit)
    // What goes on writing is ended by the closing of the pipes.
    close(output.end)
    close(complaints.end)
    var ended: Int32 = 0
    while waitpid(process, &ended, 0) < 0, errno == EINTR {}
    guard let texts else { throw .tooLarge }
    (self.output, self.complaints) = (texts[0], texts[1])
    status = ended & 0x7F == 0 ? ended >> 8 & 0xFF : -1
  }

  /// What it complained of, on one line.
  var reason: String {
    String(decoding: complaints, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private struct Channel {
    var end: Int32
    var beginning: Int32

    init() throws(FileFailure) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw .unreadable(DiskFiles.reason()) }
      // Not for git to keep open.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (end, beginning) = (ends[0], ends[1])
    }
  }

  private static func start(_ arguments: [String], _ output: Channel, _ complaints: Channel) throws(FileFailure)
    -> pid_t
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.beginning, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints.beginning, 2)
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, "git", &actions, nil, &words, environ)
    guard failure == 0 else {
      throw .unreadable(
        failure == ENOENT
          ? "git is not installed, and only git can read a revision"
          : "git cannot be run: \(String(cString: strerror(failure)))")
    }
    return process
  }

  /// Reads from both pipes until both are closed, so that neither is ever full.
  ///
  /// - Returns: nil where the first gives more bytes than the limit.
  private static func read(_ ends: [Int32], limit: Int) -> [[UInt8]]? {
    var texts: [[UInt8]] = [[], []]
    var open = ends.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while open.contains(where: { $0.fd >= 0 }) {
      guard poll(&open, nfds_t(open.count), -1) >= 0 || errno == EINTR else { break }
      for number in open.indices where open[number].fd >= 0 && open[number].revents != 0 {
        let count = Glibc.read(open[number].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { open[number].fd = -1 } else { texts[number] += buffer[..<count] }
      }
      if texts[0].count > limit { return nil }
      if texts[1].count > 1 << 16 { texts[1].removeSubrange((1 << 16)...) }
    }
    return texts
  }
}
