extension RelayTrouble: Worded {
    /// Which host, what happened, and what to do next.
    package var words: Sentence {
        switch self {
        case .hostUnknown(let host):
            Sentence(
                en: "\(host) is not known to the name service. Check [relay] url and the network.",
                de: "\(host) ist im Netz nicht bekannt. Prüfen Sie [relay] url und das Netzwerk."
            )
        case .unreachable(let relay, let detail):
            Sentence(
                en:
                    "\(relay) cannot be reached (\(detail)). Check [relay] url, the network and the firewall.",
                de:
                    "Der Mailserver \(relay) ist nicht erreichbar (\(detail)). Prüfen Sie [relay] url, das Netzwerk und die "
                    + "Firewall."
            )
        case .silent(let relay):
            Sentence(
                en:
                    "\(relay) did not answer in time. Check [relay] url and the firewall, or try again later.",
                de:
                    "Der Mailserver \(relay) hat nicht rechtzeitig geantwortet. Prüfen Sie [relay] url und die Firewall, oder "
                    + "versuchen Sie es später noch einmal."
            )
        case .closed(let relay, let detail):
            Sentence(
                en:
                    "\(relay) closed the connection before it was ready\(detail.isEmpty ? "" : " (\(detail))"). Try again; "
                    + "if the problem persists, ask the relay's operator whether this host may connect.",
                de:
                    "Der Mailserver \(relay) hat die Verbindung geschlossen, bevor sie bereit "
                    + "war\(detail.isEmpty ? "" : " (\(detail))"). Versuchen Sie es noch einmal; bleibt es dabei, fragen Sie "
                    + "seinen Betreiber, ob dieser Rechner sich verbinden darf."
            )
        case .unwanted(let relay, let reply):
            Sentence(
                en:
                    "\(relay) does not want this connection; it \(Self.answer(reply)). Ask the relay's operator "
                    + "whether this host may send.",
                de:
                    "Der Mailserver \(relay) lehnt diese Verbindung ab; er \(Self.answer(reply)). Fragen Sie seinen Betreiber, "
                    + "ob dieser Rechner senden darf."
            )
        case .waitsForTLS, .notSMTP, .clearText, .impossibleName, .noHandle: ofConfiguration
        case .tooMuchBeforeTLS, .notEncrypting, .certificate, .caFile, .noCommonTLS,
            .ownCertificate, .keyChanged:
            ofEncryption
        case .loginRefused, .loginNotOffered, .otherLogins, .noToken, .noOtherToken: ofLogin
        }
    }

    static func answer(_ reply: Int?) -> Sentence {
        reply.map { Sentence(en: "answered \($0)", de: "antwortete \($0)") }
            ?? Sentence(en: "gave no answer", de: "gab keine Antwort")
    }

    private var ofConfiguration: Sentence {
        switch self {
        case .waitsForTLS(let relay):
            Sentence(
                en:
                    "\(relay) says nothing and waits for TLS, while smtp:// waits for its greeting. Write "
                    + "smtps:// in [relay] url.",
                de:
                    "Der Mailserver \(relay) wartet von Anfang an auf Verschlüsselung, smtp:// dagegen auf seine Begrüßung. "
                    + "Schreiben Sie smtps:// in [relay] url."
            )
        case .notSMTP(let relay):
            Sentence(
                en:
                    "\(relay) does not speak SMTP as it should. Check host and port in [relay] url.",
                de:
                    "\(relay) verhält sich nicht wie ein Mailserver. Prüfen Sie Rechner und Port in [relay] url."
            )
        case .clearText(let relay):
            Sentence(
                en:
                    "\(relay) is another host, and the connection would not be encrypted. Set [relay] security to "
                    + "\"tls\".",
                de:
                    "\(relay) ist ein anderer Rechner, und die Verbindung wäre nicht verschlüsselt. Setzen Sie security in "
                    + "[relay] auf \"tls\"."
            )
        case .impossibleName:
            Sentence(
                en: "The host or port in [relay] url cannot be one. Write it as smtp://host:port.",
                de:
                    "Rechner oder Port in [relay] url können nicht stimmen. Schreiben Sie smtp://rechner:port."
            )
        case .noHandle(let relay):
            Sentence(
                en:
                    "No connection to \(relay) could be prepared on this host. Check memory, open files, and that "
                    + "libcurl is 7.85 or newer with SMTP.",
                de:
                    "Auf diesem Rechner ließ sich keine Verbindung zu \(relay) vorbereiten. Prüfen Sie Speicher, offene Dateien, "
                    + "und ob libcurl 7.85 oder neuer mit SMTP vorhanden ist."
            )
        default: .empty
        }
    }
}
