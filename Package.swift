// swift-tools-version: 6.3

import PackageDescription

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// What reads and matches drafts: optimised in debug builds, too, where tests spend two thirds of their time in it, with
/// its assertions.
func engine(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  let fast = SwiftSetting.unsafeFlags(
    ["-O", "-assert-config", "Debug"],
    .when(configuration: .debug)
  )
  return .target(name: name, dependencies: dependencies, swiftSettings: house + [fast])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: dependencies + [.byName(name: name), "TestSupport"],
    swiftSettings: house
  )
}

let package = Package(
  name: "hegui",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      exact: "2.28.1",
      traits: []
    ),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CICULibrary", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICU", dependencies: ["CICULibrary"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    engine("ICU", ["CICU"]),
    engine("SourceText", ["ICU", .product(name: "Crypto", package: "swift-crypto")]),
    engine("ChineseText", ["ICU"]),
    engine("Reading", ["ICU", "SourceText", "CLibXML2", "CMD4C", "CZLib"]),
    engine("Linting", ["ICU", "SourceText", "ChineseText", "Reading"]),
    module("Rules", ["Linting", "ICU", "SourceText", "ChineseText", "Reading", "CYAML"]),
    module("Reporting", ["Linting", "ChineseText", "SourceText", "Reading"]),
    module("Editing", ["Reporting", "Linting", "Reading", "SourceText"]),
    module(
      "Reviewing",
      ["Linting", "Reading", "SourceText", .product(name: "Crypto", package: "swift-crypto")]
    ),
    module("Console", ["Reviewing", "Reporting", "Linting", "Reading"]),
    module("Storing", ["Reviewing", "SourceText", .product(name: "GRDB", package: "GRDB.swift")]),
    module(
      "Serving",
      [
        "Console", "Reviewing", "Reporting", "Linting", "Reading", "SourceText",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]
    ),
    .executableTarget(
      name: "hegui-server",
      dependencies: [
        "Serving", "Console", "Storing", "Reviewing", "Reporting", "Rules", "Linting", "Reading",
        "ChineseText", "SourceText", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Sources/hegui-server",
      swiftSettings: house
    ),
    .executableTarget(
      name: "hegui",
      dependencies: [
        "Editing", "Rules", "Reporting", "Linting", "Reading", "SourceText", "ChineseText", "ICU",
        "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house
    ),
    .target(
      name: "TestSupport",
      dependencies: ["SourceText", "Reading", "Linting"],
      path: "Tests/TestSupport",
      swiftSettings: house
    ),
    .target(
      name: "ReviewSupport",
      dependencies: ["Reviewing", "Linting", "Reading"],
      path: "Tests/ReviewSupport",
      swiftSettings: house
    ),
    tests("ICU", []),
    tests("SourceText", []),
    tests("ChineseText", []),
    tests("Reading", ["SourceText"]),
    tests("Linting", ["SourceText", "ChineseText", "Reading"]),
    tests("Rules", ["SourceText", "ChineseText", "Reading", "Linting"]),
    tests(
      "Reporting",
      ["SourceText", "Reading", "Linting", .product(name: "Crypto", package: "swift-crypto")]
    ),
    tests("Editing", ["Reporting", "Linting", "Reading", "SourceText"]),
    tests("Console", ["Reviewing", "Reporting", "Linting", "Reading", "SourceText"]),
    tests("Reviewing", ["ReviewSupport", "SourceText", "Reading", "Linting"]),
    tests(
      "Storing",
      [
        "ReviewSupport", "Reviewing", "Linting", "Reading", "SourceText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .executableTarget(
      name: "store-crash",
      dependencies: [
        "Storing", "Reviewing", "Linting", "Reading",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/StoreCrash",
      swiftSettings: house
    ),
    tests(
      "Serving",
      [
        "ReviewSupport", "Console", "Storing", "Reviewing", "Rules", "Reporting", "Linting",
        "Reading", "SourceText",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    tests("hegui", ["SourceText", "Reading", "Linting", "Rules", "Reporting", "Editing"]),
  ]
)

// Links with libFuzzer's own `main` only, so it is no part of an ordinary build; see scripts/fuzz.
if Context.environment["HEGUI_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "hegui-fuzz",
      dependencies: ["SourceText", "ChineseText", "Reading", "Linting", "Rules"],
      path: "Fuzz",
      exclude: ["dictionaries"],
      swiftSettings: house
    )
  )
}

// Servers for scripts/bench-gate and scripts/test-api, which nobody ships.
if Context.environment["HEGUI_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "gate-bench",
      dependencies: [
        "Serving", "Console", "Storing", "Reviewing", "Reporting", "Rules", "Linting",
        "ChineseText", "CMalloc",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Benchmarks/Gate",
      swiftSettings: house
    )
  )
}
