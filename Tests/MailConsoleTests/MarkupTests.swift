import Foundation
import MailConsole
import MailCore
import Testing

/// What comes from outside stays words.
struct MarkupTests {
    @Test(arguments: [
        "<script>", "\"\u{301} onfocus=\"alert(1)", "\u{600}<script>", "'\u{20DD}x", "a&b",
        "<\u{301}b>",
        "&#x3C;script>", "]]><b>",
    ])
    func `nothing in it ends text or attribute, scalar by scalar`(text: String) {
        let escaped = HTMLText.escaped(text).unicodeScalars
        for scalar in ["<", ">", "\"", "'"] as [Unicode.Scalar] {
            #expect(!escaped.contains(scalar))
        }
        // Every ampersand that is left begins one of ours.
        let ours = ["amp;", "lt;", "gt;", "quot;", "#39;"].map { Array($0.unicodeScalars) }
        for place in escaped.indices where escaped[place] == "&" {
            let rest = escaped[escaped.index(after: place)...]
            #expect(ours.contains { rest.starts(with: $0) })
        }
    }

    @Test func `a form's fields are read as browsers write them`() {
        let fields = FormFields("name=M%C3%BCller+%26+S%C3%B6hne&ort=A&ort=B&leer=&kaputt=%zz%4")
        #expect(fields["name"] == "Müller & Söhne")
        #expect(fields.all("ort") == ["A", "B"])
        #expect(fields["leer"].isEmpty)
        #expect(fields["fehlt"].isEmpty)
        #expect(fields["kaputt"] == "%zz%4")
    }
}
