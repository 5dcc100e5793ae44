// swift-tools-version: 6.1
import PackageDescription

// The core with its properties alone, so that it is built again in seconds for every planted fault.
let package = Package(
  name: "backtalk",
  targets: [
    .target(name: "Triage"),
    .target(name: "Validation", dependencies: ["Triage"]),
    .target(name: "TestSupport", dependencies: ["Triage", "Validation"], path: "Tests/Support"),
    .testTarget(
      name: "TriageTests", dependencies: ["Triage", "Validation", "TestSupport"], path: "Tests/TriageTests/Properties"),
  ],
  swiftLanguageModes: [.v6]
)
