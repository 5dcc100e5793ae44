import Foundation

/// The path of a program of this package, as built beside the running tests.
public func builtProgram(_ name: String) -> String {
  let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  let beside = URL(fileURLWithPath: tests).deletingLastPathComponent()
  return beside.appendingPathComponent(name).path
}
