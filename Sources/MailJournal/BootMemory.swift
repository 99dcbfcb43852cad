import CLinux
import Glibc

/// Memory of this machine that looks like a folder and dies with the boot.
///
/// What lies on a disk can come back older than it was: a disk that turned read-only and was checked shows
/// what had been written back half a minute before. What lies here is either as it was left or gone.
package struct BootMemory: Sendable {
    /// The folders that may be used, the best first.
    private let candidates: [String]

    /// - Parameter candidates: Whether they are memory, and nobody else's, is looked at.
    package init(candidates: [String]) {
        self.candidates = candidates
    }

    /// The usual places: of the service (systemd.exec(5), RuntimeDirectory), of the login
    /// (pam_systemd(8)), and a folder of our own in `/dev/shm`, which is everybody's (shm_overview(7)).
    package init(environment: [String: String]) {
        let service = environment["RUNTIME_DIRECTORY"].map { [$0] } ?? []
        let login = environment["XDG_RUNTIME_DIR"].map { ["\($0)/einzelpost"] } ?? []
        self.init(candidates: service + login + ["/dev/shm/einzelpost-\(geteuid())"])
    }

    /// The first that is fit, made if need be; nil where there is no such memory.
    func folder() -> String? {
        candidates.first { path in
            path.hasPrefix("/") && PrivatePath.makeFolder(path)
                && PrivatePath.fault(ofFolder: path) == nil && Self.isMemory(path)
        }
    }

    /// By what the kernel says (statfs(2)).
    package static func isMemory(_ path: String) -> Bool { lies_in_memory(path) == 1 }
}
