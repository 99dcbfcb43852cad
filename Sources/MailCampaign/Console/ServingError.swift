package import MailCore

/// Why the pages cannot be served behind a reverse proxy.
package enum ServingError: Error, Hashable, Sendable {
    /// The configuration lacks a key without which nobody could be believed.
    case missing(SettingsKey)
    /// The machine has no account of that name.
    case noSuchAccount(String)
    case pathTooLong(String)
    case noFolder(String)
    /// Others could put something there, or look into it.
    case folderNotPrivate(String)
    /// The proxy's account cannot pass the folder.
    case folderClosed(String, group: UInt32)
    /// The socket cannot be given to the proxy's group.
    case notOfGroup(String, group: UInt32)
    /// Something else lies there.
    case notASocket(String)
    /// Another process listens on it.
    case inUse(String)
}

extension ServingError: PrintableError {
    package var words: Sentence {
        switch self {
        case .missing(let key):
            Sentence(
                en:
                    "to serve pages behind a reverse proxy, set \(key.name) in [\(key.section)] of the configuration; for example: "
                    + "\(key.name) = \(key.entry.example)",
                de:
                    "Für Seiten hinter einem Reverse-Proxy fehlt \(key.name) unter [\(key.section)] in der Konfiguration; zum "
                    + "Beispiel: \(key.name) = \(key.entry.example)"
            )
        case .noSuchAccount(let name):
            Sentence(
                en: "proxy_user in [console]: this machine has no account \(name)",
                de: "proxy_user in [console]: Auf diesem Rechner gibt es kein Konto \(name)"
            )
        case .pathTooLong(let path):
            Sentence(
                en: "--socket: \(path) is too long for a socket; 107 octets are the most",
                de: "--socket: \(path) ist zu lang für einen Socket; mehr als 107 Byte gehen nicht"
            )
        case .notASocket(let path):
            Sentence(
                en:
                    "--socket: \(path) is there already, and is no socket of ours; name another place",
                de:
                    "--socket: \(path) ist schon da und kein Socket dieses Kontos; nennen Sie einen anderen Ort"
            )
        case .inUse(let path):
            Sentence(
                en: "--socket: another process serves pages on \(path)",
                de: "--socket: Auf \(path) bedient schon ein anderer Prozess Seiten"
            )
        case .noFolder, .folderNotPrivate, .folderClosed, .notOfGroup: ofFolder
        }
    }

    private var ofFolder: Sentence {
        switch self {
        case .noFolder(let path):
            Sentence(
                en: "--socket: there is no folder \(path)",
                de: "--socket: Den Ordner \(path) gibt es nicht"
            )
        case .folderNotPrivate(let path):
            Sentence(
                en:
                    "--socket: \(path) must belong to the account that the program runs as, and be closed to all others but "
                    + "the proxy's group; run: chmod 0710 \(path)",
                de:
                    "--socket: \(path) muss dem Konto gehören, unter dem das Programm läuft, und für alle außer der Gruppe des "
                    + "Proxys geschlossen sein; das behebt: chmod 0710 \(path)"
            )
        case .folderClosed(let path, let group):
            Sentence(
                en:
                    "--socket: the proxy cannot pass \(path); run: chgrp \(group) \(path); chmod 0710 \(path)",
                de:
                    "--socket: Der Proxy kommt nicht durch \(path); das behebt: chgrp \(group) \(path); chmod 0710 \(path)"
            )
        case .notOfGroup(let path, let group):
            Sentence(
                en:
                    "--socket: \(path) cannot be given to the proxy's group; let the program run in it: for a service Group=\(group)",
                de:
                    "--socket: \(path) lässt sich der Gruppe des Proxys nicht geben; lassen Sie das Programm in ihr laufen: für "
                    + "einen Dienst Group=\(group)"
            )
        case .missing, .noSuchAccount, .pathTooLong, .notASocket, .inUse: .empty
        }
    }
}
