package import MailCore

extension Backup.Result: JSONPresentable {
    package var json: JSON {
        [
            "file": .text(file), "octets": .number(octets), "sha256": .text(digest.hex),
            "campaigns": .number(campaigns), "events": .number(events),
            "chain_head": .text(chainHead),
            "needed": [
                "configuration": .text(places.configuration), "templates": .text(places.templates),
                "signing_key": .text(places.signingKey),
            ],
            "left_out": [
                "key_store": .text(places.keyStore), "witness": .text(places.witness),
            ],
        ]
    }
}
