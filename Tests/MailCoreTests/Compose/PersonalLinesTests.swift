import MailCore
import TestSupport
import Testing

struct PersonalLinesTests {
    private func lines(_ text: String, first: String = "Jo", last: String = "Li") throws -> [String]
    {
        let recipient = try sampleRecipient("jo@example.org", first: first, last: last)
        let message = try Messages.render(recipient, on: sampleLetter(text: text))
        return MessageView(message).lines(about: recipient)
    }

    @Test func `the lines that speak of the person are found, and no others`() throws {
        let text = """
            {{anrede}},
            {{#termine}}
              {{datum}}, {{uhrzeit}}
              {{ort}}
              endet auf {{buchungsnummer}}
            {{/termine}}
            Fragen? {{hotline}}
            """
        #expect(
            try lines(text) == [
                "Guten Tag, Jo Li,", "Dienstag, 16. März 2021, 9:10 Uhr", "Impfzentrum Musterkreis",
                "endet auf …1001",
            ]
        )
    }

    @Test func `a short name is not found inside other words`() throws {
        let text = "Jo Licht\nMojo Li.\n{{#termine}}{{datum}}{{/termine}}"
        #expect(try lines(text) == ["Dienstag, 16. März 2021"])
    }
}
