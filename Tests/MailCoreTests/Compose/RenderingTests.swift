import MailCore
import TestSupport
import Testing

/// What becomes of cells: each is printed as it is, once, and can do nothing else.
struct RenderingTests {
    private static let html = "<p title=\"{{#termine}}{{ort}}{{/termine}}\">{{name}}</p>"

    @Test(arguments: [
        "{{email}}", "{{#each}}", "{{{name}}}", "{{/termine}}", "{{! x }}", "%s", "%@", "\\(name)",
        "$0", "${x}", "=1+1", "@SUM(1)", "#{x}", "{{=<% %>=}}", "{{> x}}",
    ])
    func `a cell that looks like a template stays as it is`(cell: String) async throws {
        let message = try Messages.render(site: cell, html: Self.html)
        let reading = try await MessageReading.one(message)
        #expect(reading.text == "\(cell)\r\n")
        #expect(reading.faults + reading.defects == [])
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Meier & Söhne", "Meier &amp; Söhne"),
        ("\" onload=\"x", "&quot; onload=&quot;x"),
        ("'x'", "&#39;x&#39;"),
        ("&#64;", "&amp;#64;"),
        ("a\"\u{301}b", "a&quot;\u{301}b"),
        ("<\u{338}b>\u{338}", "&lt;\u{338}b&gt;\u{338}"),
        ("&\u{FE0F}lt;", "&amp;\u{FE0F}lt;"),
    ])
    func `a cell cannot become HTML`(cell: String, escaped: String) async throws {
        let recipient = try sampleRecipient("a@example.org", first: nil, last: cell, site: cell)
        let letter = try sampleLetter(text: "{{name}}", html: Self.html)
        let reading = try await MessageReading.one(Messages.render(recipient, on: letter))
        #expect(
            Array((reading.html ?? "").utf8)
                == Array("<p title=\"\(escaped)\">\(escaped)</p>\r\n".utf8)
        )
        #expect(Array(reading.text.utf8) == Array("\(cell)\r\n".utf8))
    }

    @Test(arguments: [
        ("Haus\nB", "Haus B"), ("Haus\r\nB", "Haus  B"), ("Haus\tB", "Haus B"),
        ("Haus\u{2028}B", "Haus B"), ("Haus\u{0}B", "HausB"), ("Haus\u{1B}[2JB", "Haus[2JB"),
        ("Haus\u{202E}B\u{202C}", "HausB"), ("Haus\u{2066}B\u{2069}", "HausB"),
    ])
    func `a cell is one line and turns nothing around`(cell: String, shown: String) async throws {
        let recipient = try sampleRecipient("a@example.org", first: cell, last: "X", site: cell)
        let letter = try sampleLetter(
            text: "{{#termine}}{{ort}}{{/termine}}\n{{vorname}}\n{{anrede}}",
            subject: "{{name}}"
        )
        let reading = try await MessageReading.one(Messages.render(recipient, on: letter))
        #expect(reading.text == "\(shown)\r\n\(shown)\r\nGuten Tag, \(shown) X\r\n")
        #expect(reading.subject.split(separator: " ") == "\(shown) X".split(separator: " "))
    }

    @Test(arguments: [
        ("{{name}}", "name"), ("{{vorname}}", "vorname"), ("{{nachname}}", "nachname"),
        ("{{#termine}}{{ort}}{{/termine}}", "ort"),
        ("{{#termine}}{{buchungsnummer}}{{/termine}}", "buchungsnummer"),
        ("{{^name}}{{name}}{{/name}}", "name"),
    ])
    func `a value that is missing is an error that names it`(
        template: String,
        placeholder: String
    ) throws {
        let empty = try sampleRecipient(
            "a@example.org",
            first: nil,
            last: nil,
            site: nil,
            reference: nil
        )
        for html in [nil, template] {
            let text = html == nil ? template : "x"
            #expect(throws: RenderError.missingValue(placeholder)) {
                try Messages.render(empty, on: sampleLetter(text: text, html: html))
            }
        }
        #expect(throws: RenderError.missingValue("name")) {
            try Messages.render(empty, on: sampleLetter(subject: "{{name}}"))
        }
        #expect(RenderError.missingValue("ort").description.contains("ort"))
    }

    @Test func `a section over a missing value is left out`() async throws {
        let empty = try sampleRecipient("a@example.org", first: nil, last: nil, site: "")
        let letter = try sampleLetter(
            text: "{{#name}}A {{name}}{{/name}}{{^name}}B{{/name}}"
                + "{{#termine}}{{#ort}}C{{/ort}}{{^ort}}D{{/ort}}{{/termine}}"
        )
        #expect(try await MessageReading.one(Messages.render(empty, on: letter)).text == "BD\r\n")
    }

    @Test(arguments: [
        ("Erika", "Beispiel", "Guten Tag, Erika Beispiel"), (nil, "Beispiel", "Guten Tag"),
        ("Erika", nil, "Guten Tag"), (nil, nil, "Guten Tag"),
    ])
    func `the greeting is right with and without a name`(
        first: String?,
        last: String?,
        greeting: String
    ) async throws {
        let recipient = try sampleRecipient("a@example.org", first: first, last: last)
        let message = try Messages.render(recipient, on: sampleLetter(text: "{{anrede}},"))
        #expect(try await MessageReading.one(message).text == "\(greeting),\r\n")
    }

    @Test(arguments: [
        ("Jürgen Groß", "Guten Tag, Jürgen Groß"),
        ("Dr. Jürgen Groß", "Guten Tag, Dr. Jürgen Groß"),
        ("Jürgen  van der Groß", "Guten Tag, Jürgen  van der Groß"), ("Groß, Jürgen", "Guten Tag"),
        ("Groß", "Guten Tag"), ("Dr. Groß", "Guten Tag"), ("Familie Groß", "Guten Tag"),
        ("Fam. Groß Klein", "Guten Tag"), ("Jürgen Groß 2", "Guten Tag"),
        ("J?rgen Groß", "Guten Tag"), ("J\u{FFFD}rgen Groß", "Guten Tag"), ("- Groß", "Guten Tag"),
    ])
    func `a name in one column is used where it can only be a whole one`(
        full: String,
        greeting: String
    ) async throws {
        let recipient = Recipient(
            address: try EmailAddress(parsing: "a@example.org"),
            name: PersonName(full: full),
            appointments: try sampleRecipient("a@example.org").appointments
        )
        let message = try Messages.render(recipient, on: sampleLetter(text: "{{anrede}},"))
        #expect(try await MessageReading.one(message).text == "\(greeting),\r\n")
    }

    @Test(arguments: [
        ("ITS-4711001", "…1001"), ("12345", "…2345"), ("1234", "1234"), ("é😀ABCDE", "…BCDE"),
    ])
    func `of a booking number only the end is shown`(reference: String, shown: String) async throws
    {
        let recipient = try sampleRecipient("a@example.org", reference: reference)
        let letter = try sampleLetter(text: "{{#termine}}{{buchungsnummer}}{{/termine}}")
        let reading = try await MessageReading.one(Messages.render(recipient, on: letter))
        #expect(reading.text == "\(shown)\r\n")
    }

    @Test(arguments: ["Nguy?n", "Nguy\u{FFFD}n"])
    func `nobody is greeted with a name that lost letters`(last: String) async throws {
        let recipient = try sampleRecipient("a@example.org", first: "An", last: last)
        let letter = try sampleLetter(
            text: "{{anrede}}{{#name}}{{name}}{{/name}}{{#vorname}}{{vorname}}{{/vorname}}"
        )
        let reading = try await MessageReading.one(Messages.render(recipient, on: letter))
        #expect(reading.text == "Guten Tag\r\n")
    }
}
