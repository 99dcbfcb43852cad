import Foundation

/// Python's programs for workbooks.
package enum WorkbookPrograms {
    struct Missing: Error, CustomStringConvertible {
        let description = "openpyxl and XlsxWriter are missing; run .ci/install-packages.sh test."
    }

    package static func oracle(_ name: String) -> String {
        URL(filePath: #filePath).appending(path: "../../Oracles/\(name)").standardizedFileURL.path
    }

    /// The Python that has both packages: Debian's, or the one that comes first.
    package static func python() async throws -> String {
        for python in ["/usr/bin/python3", "python3"] {
            let isReady = try? await Program.run(python, ["-c", "import openpyxl, xlsxwriter"])
            if isReady != nil { return python }
        }
        throw Missing()
    }
}
