// swift-tools-version: 6.2
import PackageDescription

/// A target exists only where the compiler must forbid an import; see docs/architecture.md.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// What the tests run thousands of times is optimised in debug builds as well: they take half of the time.
let product: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// What `--version --format json` tells of the build: the Makefile says it, so that nobody else's build depends on it.
let build: [CSetting] = ["EINZELPOST_COMMIT", "EINZELPOST_SWIFT"].compactMap { name in
    Context.environment[name].map { .define(name, to: "\"\($0)\"") }
}

let package = Package(
    name: "einzelpost",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "einzelpost", targets: ["einzelpost"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Without traits: neither its routing macros nor a configuration of its own.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            from: "2.28.1",
            traits: []
        ),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev", "libssl-dev"])]
        ),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .systemLibrary(
            name: "CZip",
            pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .target(name: "CHTML", dependencies: ["CLibXML2"]),
        .target(name: "CXML", dependencies: ["CLibXML2"]),
        .systemLibrary(
            name: "CIDN2",
            pkgConfig: "libidn2",
            providers: [.apt(["libidn2-dev"])]
        ),
        .systemLibrary(name: "CLinux"),
        .target(name: "CBuild", cSettings: build),
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .target(
            name: "MailCore",
            dependencies: [
                "CHTML", "CIDN2",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: product
        ),
        .target(
            name: "MailImport",
            dependencies: ["CXML", "CZip", "MailCore"],
            swiftSettings: product
        ),
        .target(
            name: "MailJournal",
            dependencies: [
                "CLinux", "CSQLite", "MailCore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: product
        ),
        .target(
            name: "MailTransport",
            dependencies: ["CCurl", "MailCore"],
            swiftSettings: product + [.strictMemorySafety()]
        ),
        .target(
            name: "MailSending",
            dependencies: ["MailCore", "MailJournal"],
            swiftSettings: product
        ),
        .target(
            name: "MailRehearsal",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: product
        ),
        .target(
            name: "MailCampaign",
            dependencies: [
                "CZlib", "MailCore", "MailImport", "MailJournal", "MailRehearsal", "MailSending",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: product
        ),
        .target(
            name: "MailConsole",
            dependencies: [
                "CLinux", "MailCampaign", "MailCore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: product
        ),
        .executableTarget(
            name: "einzelpost",
            dependencies: [
                "CBuild", "CLinux", "MailCampaign", "MailConsole", "MailCore", "MailTransport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: product
        ),
        // Measures what needs the inside of the program; `make bench` runs it.
        .executableTarget(
            name: "CostPerMessage",
            dependencies: ["MailCore", "TestSupport"],
            path: "Benchmarks/CostPerMessage",
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: ["MailCore"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        // Plays campaigns in a world that a seed decides (docs/simulation.md).
        .target(
            name: "Simulation",
            dependencies: ["CSQLite", "MailCore", "MailJournal", "MailSending", "TestSupport"],
            path: "Tests/Simulation",
            swiftSettings: product
        ),
        .executableTarget(
            name: "Simulate",
            dependencies: ["Simulation"],
            path: "Tests/Simulate",
            swiftSettings: strict
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Simulation"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailCoreTests",
            dependencies: ["MailCore", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailImportTests",
            dependencies: ["MailCore", "MailImport", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailJournalTests",
            dependencies: ["CSQLite", "MailCore", "MailJournal", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailTransportTests",
            dependencies: ["MailCore", "MailTransport", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailSendingTests",
            dependencies: ["MailCore", "MailJournal", "MailSending", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailRehearsalTests",
            dependencies: ["MailRehearsal", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailCampaignTests",
            dependencies: [
                "MailCampaign", "MailCore", "MailImport", "MailJournal", "MailSending",
                "MailTransport", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailConsoleTests",
            dependencies: [
                "MailCampaign", "MailConsole", "MailCore", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "EinzelpostTests",
            dependencies: [
                "einzelpost", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
