// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, because a package with unsafe flags cannot be a dependency, and so that
/// nothing of it is built with the program.
///
/// `Sources` holds links to the program's own targets:
/// they are built here a second time, instrumented, and as one package the targets see `package`.
let watched: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-sanitize=fuzzer,address"]),
]
let watchedC: [CSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
/// The default linker, gold, has an internal error with these objects.
let linked: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]

/// A program that feeds one reader; `run.sh` starts it.
func fuzzer(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["CFuzzer", "MailCore", "MailImport"],
        swiftSettings: watched,
        linkerSettings: linked
    )
}

let package = Package(
    name: "einzelpost-fuzz",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .target(name: "CFuzzer"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2"),
        .target(name: "CHTML", dependencies: ["CLibXML2"], cSettings: watchedC),
        .target(name: "CXML", dependencies: ["CLibXML2"], cSettings: watchedC),
        .target(
            name: "MailCore",
            dependencies: [
                "CHTML", "CIDN2",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: watched
        ),
        .target(
            name: "MailImport",
            dependencies: ["CXML", "CZip", "MailCore"],
            swiftSettings: watched
        ),
        fuzzer("FuzzCSV"),
        fuzzer("FuzzAddress"),
        fuzzer("FuzzDate"),
        fuzzer("FuzzWorkbook"),
    ],
    swiftLanguageModes: [.v6]
)
