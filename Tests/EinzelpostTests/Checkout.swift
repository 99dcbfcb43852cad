import Foundation

/// Files of the checkout that the tests were built in.
enum Checkout {
    /// The program under test; it lies beside the program that runs the tests.
    static let program: String = {
        let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = runner.deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "einzelpost").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
                !isFolder.boolValue
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        preconditionFailure("einzelpost was not built beside \(runner.path)")
    }()

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL.path

    static var templates: String { "\(root)/Templates" }

    static func oracle(_ name: String) -> String { "\(root)/Tests/Oracles/\(name)" }
}

/// The schedule of March 2021, and what has to become of it.
enum Example {
    static let schedule = "\(Checkout.root)/Examples/impftermine.csv"
    static let expectation = "\(Checkout.root)/Examples/impftermine.expected.json"
    static let messages = 1494
    static let asOf = "--as-of 2021-03-15T18:00"
    /// The appointments that had to be cancelled.
    static let choice = "--from 2021-03-16 --to 2021-03-21 --service AstraZeneca \(asOf)"
}
