package import MailCore
import MailImport
import MailJournal

/// What runs: the program, what it was made from, and the libraries that the system lends it.
package struct ProgramVersion: Sendable {
    package let version: String
    /// Of its sources; nil where the build did not say.
    package let commit: String?
    /// Of the toolchain.
    package let swift: String?
    /// Of libcurl.
    package let curl: String?
    /// Of libcurl's TLS library, with its name.
    package let tls: String?

    package init(version: String, commit: String?, swift: String?, curl: String?, tls: String?) {
        self.version = version
        self.commit = commit
        self.swift = swift
        self.curl = curl
        self.tls = tls
    }

    /// By the names that people look for in advisories; asked of the libraries themselves.
    private var libraries: [String: String?] {
        [
            "libcurl": curl, "tls": tls, "sqlite": JournalLibrary.version,
            "libxml2": DocumentLibrary.version, "libzip": WorkbookLibrary.version,
            "libidn2": InternationalName.libraryVersion,
        ]
    }
}

extension ProgramVersion: JSONPresentable {
    /// The number alone, as scripts know it.
    package var text: Sentence { Sentence(same: "\(version)") }

    package var json: JSON {
        [
            "version": .text(version), "commit": .text(commit), "swift": .text(swift),
            "libraries": .object(libraries.mapValues { .text($0) }),
        ]
    }
}
