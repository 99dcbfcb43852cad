import Foundation
import MailCore
import Testing

struct SettingsTests {
    @Test func `the configuration of the design reads`() throws {
        let settings = try Configurations.read(Configurations.whole)
        #expect(settings.authority.name == "Musterkreis, Der Landrat")
        #expect(settings.authority.hotlineHours == "täglich 8 bis 20 Uhr")
        #expect(settings.authority.sender.from.name?.text == "Musterkreis Terminservice")
        #expect(settings.authority.sender.from.address.text == "termine@kreis.example")
        #expect(settings.authority.sender.replyTo?.text == "buergerservice@kreis.example")
        #expect(settings.authority.sender.envelopeFrom.text == "ruecklauf@kreis.example")
        #expect(
            settings.relay
                == RelaySettings(
                    host: "mail.kreis.example",
                    port: 587,
                    security: .startTLS,
                    account: RelaySettings.Account(
                        username: "termine",
                        proof: .password(.file("/etc/einzelpost/password"))
                    ),
                    caFile: "/etc/einzelpost/ca.pem",
                    clientName: ClientName("termine.kreis.example"),
                    tls: TLSDemands(
                        profile: .bsi,
                        pinnedKey: PinnedKey(
                            "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                        ),
                        clientCertificate: TLSDemands.ClientCertificate(
                            path: "/etc/einzelpost/client.pem",
                            key: "/etc/einzelpost/client.key"
                        )
                    ),
                    connections: 4
                )
        )
        let pace = Pace(perMinute: 60, perHour: 500, perDay: 10_000, perDomainPerMinute: 30)
        #expect(settings.pace.windows == pace.windows)
        #expect(settings.pace.domainWindows == pace.domainWindows)
        let groups = DomainGroups(own: [["schule.example", "gymnasium.example"]])
        #expect(settings.pace.groups == groups)
        #expect(settings.caution == Caution(first: 10, pause: .seconds(30), hold: .seconds(300)))
        #expect(settings.timeZone.identifier == "Europe/Berlin")
        #expect(settings.allowedHosts == ["www.kreis.example"])
        #expect(settings.approvers == 1)
        #expect(settings.stateDirectory == "/var/lib/einzelpost")
    }

    @Test func `what may be left out has its default`() throws {
        let start = try #require(Configurations.whole.firstRange(of: "[pace]"))
        let short = Configurations.relay(#"url = "smtps://mail.kreis.example""#)
            .replacing(Configurations.whole[start.lowerBound...], with: "")
            .replacing("reply_to = \"buergerservice@kreis.example\"\n", with: "")
            .replacing("envelope_from = \"ruecklauf@kreis.example\"\n", with: "")
            .replacing("kreis.example/impressum", with: "stadt.example/impressum")
        let settings = try Configurations.read(short)
        #expect(settings.authority.sender.replyTo == nil)
        #expect(settings.authority.sender.envelopeFrom.text == "termine@kreis.example")
        #expect(settings.relay.port == 465)
        #expect(settings.relay.security == .implicitTLS)
        #expect(settings.relay.connections == 1)
        #expect(settings.pace == Pace())
        #expect(settings.caution == Caution())
        #expect(settings.timeZone.identifier == "Europe/Berlin")
        #expect(settings.allowedHosts == ["www.kreis.example", "www.stadt.example"])
        #expect(settings.approvers == 1)
        #expect(settings.stateDirectory == nil)
    }

    @Test func `the example that ships reads`() throws {
        let file = URL(filePath: #filePath)
            .appending(path: "../../../../Examples/einzelpost.toml").standardizedFileURL
        let settings = try Configurations.read(String(contentsOf: file, encoding: .utf8))
        #expect(settings.relay.security == .none)
    }

    @Test func `a rehearsal keeps the office and drops every limit`() throws {
        let settings = try Configurations.read(Configurations.whole)
        let loopback = RelaySettings(host: "127.0.0.1", port: 2_525, security: .none)
        let rehearsal = settings.rehearsing(on: loopback)
        #expect(rehearsal.authority == settings.authority)
        #expect(rehearsal.relay == loopback)
        #expect(rehearsal.pace == Pace())
        #expect(rehearsal.caution.first == 0)
        #expect(rehearsal.caution.stopAtRefusedPercent == 0)
    }

    @Test(arguments: [
        ("Musterkreis <a@kreis.example>", "Musterkreis", "a@kreis.example"),
        ("a@kreis.example", nil, "a@kreis.example"),
        ("<a@kreis.example>", nil, "a@kreis.example"),
        ("  Kreis, Amt 3 <a@kreis.example>", "Kreis, Amt 3", "a@kreis.example"),
        ("A < B <a@kreis.example>", "A < B", "a@kreis.example"),
        ("Landkreis „Muster“ <a@kreis.example>", "Landkreis „Muster“", "a@kreis.example"),
        ("\"Termine, Landkreis\" <a@kreis.example>", "Termine, Landkreis", "a@kreis.example"),
        ("\"Amt \\\"3\\\" \\\\ 4\" <a@kreis.example>", "Amt \"3\" \\ 4", "a@kreis.example"),
        ("\"\" <a@kreis.example>", nil, "a@kreis.example"),
    ])
    func `a sender is a name and an address, or an address`(
        text: String,
        name: String?,
        address: String
    ) throws {
        let mailbox = try NamedMailbox(parsing: text)
        #expect(mailbox.name?.text == name)
        #expect(mailbox.address.text == address)
    }

    @Test(arguments: [
        "Musterkreis", "Musterkreis <>", "A <a@kreis.example", "A <a@kreis.example> B",
        "A <a@kreis.example>, B <b@kreis.example", "A\nBcc: x <a@kreis.example>",
        "<a@kreis.example>>", "\"Amt <a@kreis.example>", "Amt \"3\" <a@kreis.example>",
        "\"Amt\\\" <a@kreis.example>", "\"A\" B\" <a@kreis.example>",
    ])
    func `anything else is no sender`(text: String) {
        #expect(throws: AddressError.self) { try NamedMailbox(parsing: text) }
    }

    @Test func `an approval is bound to where the mail goes and how it is protected`() {
        func digest(
            host: String = "mail.kreis.example",
            port: Int = 587,
            security: Relay.Security = .startTLS,
            username: String? = "termine"
        ) -> Digest {
            RelaySettings(
                host: host,
                port: port,
                security: security,
                account: username.map {
                    RelaySettings.Account(username: $0, proof: .password(.environment("P")))
                }
            ).digest
        }
        let others = [
            digest(host: "mail.stadt.example"), digest(port: 588),
            digest(security: .implicitTLS), digest(username: "amt"), digest(username: nil),
        ]
        #expect(Set(others + [digest()]).count == 6)
        #expect(digest() == digest())
    }
}
