import Foundation

/// One run of a program with pipes for its standard files, from its start to its end.
public struct Run {
  public var status: Int32
  public var output: String
  public var complaints: String

  /// - Parameters:
  ///   - arguments: the program's path, then its own.
  ///   - environment: the whole of it.
  public init(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = ["PATH": "/usr/bin:/bin"])
    throws
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.environment = environment
    let pipes = (input: Pipe(), output: Pipe(), complaints: Pipe())
    process.standardInput = pipes.input
    process.standardOutput = pipes.output
    process.standardError = pipes.complaints
    signal(SIGPIPE, SIG_IGN)
    try process.run()
    let writer = Thread {
      try? pipes.input.fileHandleForWriting.write(contentsOf: Data(input))
      try? pipes.input.fileHandleForWriting.close()
    }
    writer.start()
    let output = try pipes.output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try pipes.complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    self.output = String(decoding: output, as: UTF8.self)
    self.complaints = String(decoding: complaints, as: UTF8.self)
    status = process.terminationStatus
  }

  public init(_ arguments: [String], lines: [String], environment: [String: String] = ["PATH": "/usr/bin:/bin"]) throws
  {
    try self.init(arguments, input: Array(lines.map { $0 + "\n" }.joined().utf8), environment: environment)
  }
}
