import Foundation
import Glibc
import MailCore

/// Where the witnesses of all journals of an account lie, one file each: outside of every state directory,
/// so that a backup which is put back does not bring them back as well.
package struct WitnessFolder: Sendable {
    let path: String

    /// - Parameter path: Made if it is not there.
    package init(at path: String) {
        self.path = PrivatePath.plain(path)
    }

    /// - Throws: `JournalError` if it is not fit, or lies where the state directory lies.
    func check(beside directory: StateDirectory) throws {
        guard PrivatePath.makeFolder(path) else {
            throw JournalError(
                "the folder of witnesses \(path) cannot be created; check the path and its owner, or name "
                    + "another with [state] witness in the configuration"
            )
        }
        if let fault = PrivatePath.fault(ofFolder: path) {
            throw JournalError(
                en: "the folder of witnesses \(path) \(fault)",
                de: "Der Ordner der Zeugen \(path) \(fault)"
            )
        }
        let (own, state) = (Self.real(path), Self.real(directory.path))
        guard !(own + "/").hasPrefix(state + "/"), !(state + "/").hasPrefix(own + "/") else {
            throw JournalError(
                "the folder of witnesses \(path) and the state directory lie in one another, so a backup "
                    + "would bring back both; name another with [state] witness in the configuration"
            )
        }
    }

    func file(of journal: String) -> String { "\(path)/\(journal)" }

    /// The witnesses of other journals that were last used at that place.
    func others(at place: String, than journal: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw JournalError("the folder of witnesses \(path) cannot be read")
        }
        return names.sorted().filter { name in
            name != journal && WitnessFile.head(at: file(of: name))?.place == place
        }.map(file)
    }

    /// What stands for the path of a state directory: a head has no room for all of it.
    static func place(of directory: StateDirectory) -> String {
        Digest(of: Array(real(directory.path).utf8)).hex
    }

    private static func real(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }
}
