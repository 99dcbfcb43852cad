extension RelayTrouble {
    var ofEncryption: Sentence {
        switch self {
        case .tooMuchBeforeTLS(let relay):
            Sentence(
                en:
                    "\(relay) sent more than it may before encryption (RFC 3207). Somebody may sit in between; ask "
                    + "the relay's operator.",
                de:
                    "Der Mailserver \(relay) hat vor der Verschlüsselung mehr gesendet, als er darf. Vielleicht sitzt jemand "
                    + "dazwischen; fragen Sie seinen Betreiber."
            )
        case .notEncrypting(let relay): Self.notEncrypting(relay)
        case .certificate(let relay, let detail, let strict):
            Self.certificate(relay, detail, strict)
        case .caFile:
            Sentence(
                en:
                    "The certificates in [relay] ca_file cannot be read. Check that the file exists, is readable, "
                    + "and holds PEM certificates.",
                de:
                    "Die Zertifikate in [relay] ca_file sind nicht lesbar. Prüfen Sie, ob es die Datei gibt, ob sie lesbar ist "
                    + "und PEM-Zertifikate enthält."
            )
        case .noCommonTLS(let relay, let detail, let advice):
            Self.noCommonTLS(relay, detail, advice)
        case .ownCertificate(let relay, let detail):
            Sentence(
                en:
                    "Our own certificate for \(relay) cannot be used (\(detail)). Check that client_certificate and "
                    + "client_key in [relay] are PEM, that they belong together, and that the key has no passphrase.",
                de:
                    "Unser eigenes Zertifikat für \(relay) ist nicht verwendbar (\(detail)). Prüfen Sie, ob client_certificate "
                    + "und client_key in [relay] PEM sind, ob sie zusammengehören, und ob der Schlüssel ohne Passwort ist."
            )
        case .keyChanged(let relay):
            Sentence(
                en:
                    "\(relay) showed another key than pinned_key in [relay] names. Nothing was sent to it since. "
                    + "Somebody may answer in its place: ask the relay's operator whether the key was changed, and "
                    + "set pinned_key only to what they say.",
                de:
                    "\(relay) hat einen anderen Schlüssel gezeigt, als pinned_key in [relay] nennt. Seitdem wurde nichts "
                    + "gesendet. Vielleicht antwortet jemand anderes an seiner Stelle: Fragen Sie den Betreiber des "
                    + "Mailservers, ob der Schlüssel gewechselt wurde, und tragen Sie in pinned_key nur ein, was er nennt."
            )
        default: .empty
        }
    }

    /// On this machine nobody can listen in between, so the configuration may do without.
    private static func notEncrypting(_ relay: String) -> Sentence {
        let host = relay.lastIndex(of: ":").map { relay[..<$0] } ?? relay[...]
        guard RelayURL.isLoopback(host.filter { $0 != "[" && $0 != "]" }) else {
            return Sentence(
                en:
                    "\(relay) offers no encryption (STARTTLS). Nothing was sent. Use the relay's submission port, or "
                    + "ask its operator.",
                de:
                    "Der Mailserver \(relay) bietet keine Verschlüsselung an. Es wurde nichts gesendet. Nehmen Sie den Port für "
                    + "die Einlieferung (meist 587), oder fragen Sie seinen Betreiber."
            )
        }
        return Sentence(
            en:
                "\(relay) offers no encryption (STARTTLS). Nothing was sent. It is on this machine, where nobody listens in "
                + "between: [relay] security = \"none\" sends without.",
            de:
                "Der Mailserver \(relay) bietet keine Verschlüsselung an. Es wurde nichts gesendet. Er läuft auf diesem Rechner, "
                + "wo niemand dazwischen mithört: Mit [relay] security = \"none\" geht es ohne."
        )
    }

    private static func certificate(_ relay: String, _ detail: String, _ strict: Bool) -> Sentence {
        let more =
            strict
            ? Sentence(
                en:
                    " tls_profile = \"bsi\" also refuses RSA keys below 3072 bits, of any certificate that was "
                    + "shown.",
                de:
                    " tls_profile = \"bsi\" lehnt auch RSA-Schlüssel unter 3072 Bit ab, bei jedem gezeigten Zertifikat."
            ) : .empty
        return Sentence(
            en:
                "The certificate of \(relay) is not to be trusted (\(detail)). Check the host name in [relay] url; "
                + "for an authority's own CA set ca_file.\(more)",
            de:
                "Dem Zertifikat von \(relay) ist nicht zu trauen (\(detail)). Prüfen Sie den Rechnernamen in [relay] url; für "
                + "eine eigene Zertifizierungsstelle der Behörde tragen Sie ca_file ein.\(more)"
        )
    }

    private static func noCommonTLS(
        _ relay: String,
        _ detail: String,
        _ advice: TLSAdvice
    ) -> Sentence {
        let demand =
            advice == .lessStrict
            ? Sentence(
                en: "as BSI TR-02102-2 asks for it",
                de: "TLS, wie die BSI TR-02102-2 es verlangt"
            ) : Sentence(en: "1.2 or newer", de: "TLS 1.2 oder neuer")
        return Sentence(
            en: "\(relay) and this host found no common TLS, \(demand) (\(detail)). \(advice)",
            de:
                "Der Mailserver \(relay) und dieser Rechner fanden keine gemeinsame Verschlüsselung (\(demand); \(detail)). "
                + "\(advice)"
        )
    }
}

extension RelayTrouble.TLSAdvice: Worded {
    package var words: Sentence {
        switch self {
        case .lessStrict:
            Sentence(
                en:
                    "Nothing was sent. Ask the relay's operator for more, or take tls_profile out of [relay] if "
                    + "the office may do with less.",
                de:
                    "Es wurde nichts gesendet. Fragen Sie den Betreiber, ob er mehr kann, oder nehmen Sie tls_profile aus "
                    + "[relay], wenn der Behörde weniger genügt."
            )
        case .startTLS:
            Sentence(
                en:
                    "Ports 587 and 25 mostly begin in clear text: then write smtp:// in [relay] url, which "
                    + "encrypts all the same (STARTTLS). Otherwise ask the relay's operator.",
                de:
                    "Die Ports 587 und 25 beginnen meist unverschlüsselt: Schreiben Sie dann smtp:// in [relay] url; "
                    + "verschlüsselt wird trotzdem. Sonst fragen Sie den Betreiber."
            )
        case .port:
            Sentence(
                en: "Check the port, or ask the relay's operator.",
                de: "Prüfen Sie den Port, oder fragen Sie den Betreiber."
            )
        }
    }
}
