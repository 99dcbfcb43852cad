import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// How many people's data a message shows.
struct MessageExposureTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    private func exposure(_ message: String) throws -> MessageExposure {
        try office.write(message, to: "message.eml")
        let suspect = try SuspectMessage(office.path("message.eml"))
        return try office.open { try MessageExposure(of: suspect, in: $0) }
    }

    private static func leak(_ people: Int, field: String = "To") -> String {
        let addresses = (0..<people).map { number in
            let address = "person.\(number)@\(["post", "brief", "mail"][number % 3]).example"
            return number.isMultiple(of: 2) ? "<\(address)>" : "\"Person, \(number)\" <\(address)>"
        }
        return """
            From: Impftermine <impfung@amt.example>
            \(field): \(addresses.joined(separator: ",\n "))
            Subject: Absage
            Message-ID: <abc@amt.example>
            Content-Type: text/plain; charset=utf-8

            Ihr Termin findet nicht statt. Fragen: auskunft@kreis.example
            """
    }

    @Test func `the leak of March 2021 shows 1494 people`() throws {
        let found = try exposure(Self.leak(1_494))
        #expect(found.people == 1_494 && found.recipients == 1_494 && found.addresses == 1_494)
        #expect(found.conclusion == .needsDecision)
        #expect(!found.text.en.text.contains("@"))
        #expect(try exposure(Self.leak(1_494, field: "Cc")).people == 1_494)
        // With the line ends of a network.
        let crlf = Self.leak(1_494).replacing("\n", with: "\r\n")
        #expect(try exposure(crlf).people == 1_494)
    }

    @Test(arguments: ["", "base64", "quoted-printable"])
    func `also inside a message that somebody forwards, however it is written`(encoding: String)
        throws
    {
        let leak = Self.leak(20)
        let inside =
            switch encoding {
            case "base64": Data(leak.utf8).base64EncodedString(options: .lineLength76Characters)
            case "quoted-printable":
                leak.replacing("=", with: "=3D").replacing("@", with: "=40").replacing(
                    "brief",
                    with: "br=\nief"
                )
            default: leak
            }
        let found = try exposure(
            """
            From: buerger@post.example
            To: info@kreis.example
            Subject: =?utf-8?q?Fwd=3A_Absage?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=grenze

            --grenze
            Content-Type: text/plain

            Das habe ich bekommen.
            --grenze
            Content-Type: message/rfc822
            Content-Transfer-Encoding: \(encoding.isEmpty ? "7bit" : encoding)

            \(inside)
            --grenze
            Content-Type: application/vnd.ms-excel; name=liste.xlsx
            Content-Transfer-Encoding: base64

            UEsDBA==
            --grenze--
            """
        )
        #expect(found.people == 20 && found.attachments == 1)
        #expect(found.text.en.text.contains("not looked into"))
    }

    @Test func `one of our own messages shows one person, also where an address is shared`()
        async throws
    {
        var schedule = SmallSchedule(people: 6)
        schedule = schedule.with(row: 3, "E-Mail", SmallSchedule.address(1))
        let id = try office.plan(schedule).campaign.id
        _ = try office.open {
            try MessagePreview(of: id, in: $0).writeAll(into: office.path("briefe"))
        }
        let letters = try FileManager.default.contentsOfDirectory(atPath: office.path("briefe"))
        #expect(letters.count == 6)
        for letter in letters {
            let suspect = try SuspectMessage(office.path("briefe/\(letter)"))
            let found = try office.open { try MessageExposure(of: suspect, in: $0) }
            #expect(found.people == 1 && found.known.map(\.people) == [1], "\(letter)")
            #expect(found.conclusion == .done)
        }
    }

    @Test func `people without a shown address are known by name, number and reference`() throws {
        _ = try office.plan(SmallSchedule(people: 6))
        let found = try exposure(
            """
            From: amt@kreis.example
            To: person.100000@example.org

            Liste: Ginsterkamp?, Frauke Distelbühl, BZ-4700002, Tel. 0221/47100003
            """
        )
        // Row 2 by its address, 3 by its name, 4 by its reference, 5 by its number.
        #expect(found.people == 4 && found.known.map(\.people) == [4])
    }

    @Test func `a file that is no message is refused`() throws {
        #expect(throws: NotAMessage.self) { try exposure("Vorname;Nachname\nAnna;Muster\n") }
        #expect(throws: FileError.self) { try SuspectMessage(office.path("nichts.eml")) }
    }
}
