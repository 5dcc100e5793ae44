// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "backtalk",
  products: [.executable(name: "backtalk", targets: ["backtalk"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, reached through one small header each.
    .systemLibrary(name: "CLibedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibMD", providers: [.apt(["libmd-dev"])]),

    // The core, and what stands on it. ARCHITECTURE.md says what each may know.
    .target(name: "Triage"),
    .target(name: "Validation", dependencies: ["Triage"]),
    .target(name: "TreeFile", dependencies: ["Triage", "Validation", "CLibYAML"]),
    .target(
      name: "Understanding", dependencies: ["Triage"],
      resources: [.embedInCode("Language/en.words"), .embedInCode("Language/en.common")]),
    .target(name: "Lint", dependencies: ["Triage", "Understanding"]),
    .target(
      name: "Conversation", dependencies: ["Triage", "Understanding"], resources: [.embedInCode("Phrases/en.phrases")]),
    .target(name: "Display", dependencies: ["Conversation"]),
    // Proofs take a tenth less time where it is not checked again and again that nobody else writes what one reads. Tests,
    // which are built for debugging, check it.
    .target(
      name: "Assurance", dependencies: ["Triage"],
      swiftSettings: [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
    .target(name: "LineEditing", dependencies: ["CLibedit"]),
    .target(name: "SignOff", dependencies: ["Triage", "TreeFile", "CLibMD"]),
    .target(name: "JSON"),
    .target(
      name: "Regression", dependencies: ["Triage", "TreeFile", "Understanding", "Conversation", "Display", "JSON"]),
    .target(
      name: "Reports",
      dependencies: ["Triage", "TreeFile", "Understanding", "Lint", "Assurance", "SignOff", "JSON"]),
    .target(name: "Record", dependencies: ["Triage", "CLibMD"]),
    .target(name: "Watching"),
    .executableTarget(
      name: "backtalk",
      dependencies: [
        "Triage", "TreeFile", "Understanding", "Conversation", "Display", "LineEditing", "JSON", "Regression",
        "SignOff", "Lint", "Assurance", "Reports", "Watching", "Record",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // One file that needs no library where it runs, and no time to link them before the first prompt. The libraries
      // named are libedit's (libmd is SignOff's too), and those of Foundation that the argument parser needs and that
      // are brought along only by what is itself compiled so. Other linkers than lld warn of functions of a static C
      // library (looking up users) that nothing here calls.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-executable", "-use-ld=lld", "-ltinfo", "-lbsd", "-lmd", "-l_FoundationCShims",
            "-l_FoundationCollections", "-lswiftSynchronization",
          ],
          .when(configuration: .release))
      ]
    ),

    .target(name: "TestSupport", dependencies: ["Triage", "Validation"], path: "Tests/Support"),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(name: "TriageTests", dependencies: ["Triage", "Validation", "TestSupport", "AllocationCounter"]),
    .testTarget(
      name: "TreeFileTests", dependencies: ["TreeFile", "TestSupport"],
      exclude: ["Accepted", "Advice", "Example", "Rejected"]),
    .testTarget(
      name: "UnderstandingTests", dependencies: ["Understanding", "Validation", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "LintTests", dependencies: ["Lint", "TreeFile", "Validation", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(name: "ConversationTests", dependencies: ["Conversation", "Validation", "TestSupport"]),
    .testTarget(name: "DisplayTests", dependencies: ["Display", "Conversation"]),
    .executableTarget(name: "line-editing-probe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe"),
    .testTarget(name: "LineEditingTests", dependencies: ["LineEditing", "TestSupport", "line-editing-probe"]),
    .testTarget(
      name: "AssuranceTests", dependencies: ["Assurance", "TreeFile", "Validation", "TestSupport"],
      exclude: ["Asked", "Scores/four-items.yaml", "Scores/ten-items.yaml"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports"],
      exclude: ["Diffs", "Explained", "Fixtures", "validate_sarif.py"]),
    .testTarget(name: "SignOffTests", dependencies: ["SignOff", "TreeFile", "Triage", "TestSupport"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "Display"]),
    .testTarget(name: "RecordTests", dependencies: ["Record"], exclude: ["Broken", "sound.record"]),
    .testTarget(name: "WatchingTests", dependencies: ["Watching"]),
    .testTarget(name: "RegressionTests", dependencies: ["Regression", "Validation", "TestSupport"]),
    .testTarget(
      name: "BacktalkTests", dependencies: ["SignOff", "TreeFile", "Record", "TestSupport", "backtalk"],
      exclude: ["Fixtures", "Help"]),
    .testTarget(name: "DecisionTreesTests", dependencies: ["Regression", "SignOff", "TestSupport", "backtalk"]),
    .testTarget(
      name: "ProjectTests", dependencies: ["Display", "TestSupport", "TreeFile", "backtalk"],
      exclude: ["clinical-words.txt", "vocabulary-exceptions.txt"]),

    .executableTarget(
      name: "small-trees", dependencies: ["Triage", "TreeFile", "TestSupport"], path: "Tests/SmallTrees"),
    .executableTarget(
      name: "utterances", dependencies: ["Triage", "TreeFile", "Understanding"], path: "Tests/Utterances",
      exclude: ["Scores", "Sets", "key.tsv"]),
    .executableTarget(
      name: "benchmarks",
      dependencies: ["Triage", "TreeFile", "Understanding", "Assurance", "CLibYAML", "TestSupport"],
      path: "Tests/Benchmarks",
      exclude: ["Sessions/bicycle.yaml", "Starting/minimal.c"]),
  ],
  swiftLanguageModes: [.v6]
)
