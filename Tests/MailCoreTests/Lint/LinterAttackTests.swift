import MailCore
import Testing

/// Ways to get something loaded, run, sent or followed out of a message, and the rule for each.
struct LinterAttackTests {
    private static func expect(
        _ rule: LintRule,
        in found: [LintFinding],
        at location: SourceLocation = #_sourceLocation
    ) {
        let errors = found.filter { $0.severity == .error }
        #expect(errors.contains { $0.rule == rule }, "\(found)", sourceLocation: location)
        #expect(!found.contains { $0.message.isEmpty || $0.advice.isEmpty })
    }

    static let loading: [String] = [
        // Elements.
        "<img src=\"https://t.example/p.gif\">", "<img/src=//t.example/p.gif>",
        "<IMG SRC=//t.example/p.gif>", "<image src=\"a.png\">", "<object data=\"a.svg\"></object>",
        "<embed src=\"a.swf\">", "<iframe srcdoc=\"x\"></iframe>",
        "<video poster=\"a.png\"></video>",
        "<audio><source src=\"a.mp3\"></audio>", "<video><track src=\"a.vtt\"></video>",
        "<picture><source srcset=\"a.png 1x\"></picture>", "<link rel=\"preload\" href=\"a\">",
        "<link rel=\"dns-prefetch\" href=\"//t.example\">", "<base href=\"https://t.example/\">",
        "<base target=\"_blank\">", "<script src=\"a.js\"></script>", "<script>1</script>",
        "<noscript><img src=\"a\"></noscript>", "<form><input name=\"a\"></form>",
        "<button formaction=\"a\">x</button>", "<select><option>x</option></select>",
        "<textarea>x</textarea>", "<svg><circle/></svg>", "<svg><script>1</script></svg>",
        "<math><mi>x</mi></math>", "<math><mtext href=\"a\">x</mtext></math>",
        "<frameset><frame src=\"a\"></frameset>", "<bgsound src=\"a\">", "<applet></applet>",
        "<map name=\"m\"><area href=\"#\"></map>", "<canvas></canvas>", "<dialog open>x</dialog>",
        "<v:rect><v:fill src=\"a.png\"/></v:rect>", "<v:image src=\"https://t.example/a.png\"/>",
        "<x:y>z</x:y>", "<marquee>x</marquee>", "<plaintext>", "<template><img></template>",
        // Refresh and its relatives.
        "<meta http-equiv=\"refresh\" content=\"0;url=https://t.example/\">",
        "<meta http-equiv=\" Refresh\" content=\"0\">",
        "<meta http-equiv=\"set-cookie\" content=\"a=b\">",
        "<meta property=\"og:image\" content=\"https://t.example/a.png\">",
        // Attributes.
        "<table background=\"a.png\"><tr><td>x</td></tr></table>",
        "<td background=\"https://t.example/a.png\">x</td>", "<p data-src=\"a.png\">x</p>",
        "<p data-track=\"1\">x</p>", "<a href=\"https://www.kreis.example/\" ping=\"/p\">x</a>",
        "<p onclick=\"x()\">x</p>", "<p ONLOAD=x()>x</p>", "<body onload=\"x()\">",
        "<p style='behavior: url(#x)'>x</p>", "<p xlink:href=\"a\">x</p>",
        "<blockquote cite=\"https://t.example/\">x</blockquote>", "<p src=\"a\">x</p>",
        "<p srcset=\"a 1x\">x</p>", "<p poster=\"a\">x</p>", "<p lowsrc=\"a\">x</p>",
        "<div itemid=\"urn:x\">x</div>", "<p title=\"//t.example\">x</p>",
        "<p lang=\"&#106;avascript:x\">x</p>", "<p title=\"java\nscript:x\">x</p>",
        "<p title=\"\u{1}javascript:x\">x</p>", "<p title=\"DATA:text/html,x\">x</p>",
        "<p title=\"cid:a\">x</p>", "<p title=\"http:a\">x</p>",
        "<p xmlns=\"http://t.example\">x</p>",
        "<p href=\"https://www.kreis.example/\">x</p>",
        // Styles.
        "<style>@import 'a.css';</style>", "<style>@import url(a.css);</style>",
        "<style>@font-face { font-family: x; src: local(x) }</style>",
        "<style>p { background: URL( 'a.png' ) }</style>",
        "<style>p { background: u\\72l(a.png) }</style>",
        "<style>p { background: \\75\\72\\6C(a.png) }</style>",
        "<style>p { background: \\000075rl(a.png) }</style>",
        "<style>p { background: ur\\l(a.png) }</style>", "<style>\\40 import 'a.css';</style>",
        "<style>@im\\\nport 'a.css';</style>", "<style>p { background: u/*\n*/rl(a.png) }</style>",
        "<style>p { background: image-set('a.png' 1x) }</style>",
        "<style>p { background: -webkit-image-set('a.png' 1x) }</style>",
        "<style>p { background: cross-fade(a, b) }</style>",
        "<style>p { filter: progid:x.AlphaImageLoader(a) }</style>",
        "<style>p { width: expression(x()) }</style>", "<style>p { -moz-binding: x }</style>",
        "<style>@namespace 'a';</style>", "<p style=\"background: url(a.png)\">x</p>",
        "<p style=\"list-style: url&#40;a.png&#41;\">x</p>",
        "<p style=\"background: ur\\6c (a.png)\">x</p>", "<p style=\"cursor: url(a), auto\">x</p>",
        "<p style=\"content: image('a.png')\">x</p>", "<p style=\"x: '//t.example/'\">x</p>",
        // What two programs read differently.
        "<!--[if mso]><p>x</p><![endif]-->", "<![if !mso]><p>x</p><![endif]>",
        "<!-- <img src=\"a\"> -->", "<![CDATA[<img src=a>]]>", "<?xml version=\"1.0\"?>",
        "<?import namespace=\"x\" implementation=\"a\">", "<!ENTITY x SYSTEM \"a\">",
    ]

    @Test(arguments: loading)
    func `C-08: whatever loads, runs or sends is found`(planted: String) throws {
        Self.expect(.remoteContent, in: try LintScene.findings(inHTML: planted))
    }

    private static let own = "https://www.kreis.example/"

    static let leading: [String] = [
        // Schemes, hidden and plain.
        "javascript:x()", "&#106;avascript:x()", "&#x6A;&#x61;vascript:x()", "JaVaScRiPt:x()",
        "java\nscript:x()", "java\tscript:x()", " javascript:x()", "\u{1}javascript:x()",
        "javascript&colon;x()", "java&Tab;script:x()", "vbscript:x", "data:text/html,x", "cid:a",
        "mid:a", "file:///etc/hosts", "blob:a", "about:blank", "ftp://www.kreis.example/",
        "sms:+4922147", "whatsapp://send", "skype:a", "callto:1", "intent://x", "x-apple:1",
        // Somebody else's host.
        "https://evil.example/", "//evil.example/", "//www.kreis.example/", "\\\\evil.example/",
        "https:\\\\evil.example/", "https://www.kreis.example\\@evil.example/",
        "https://www.kreis.example@evil.example/", "https://www.kreis.example:8443/",
        "https://user@www.kreis.example/", "https://www.kreis.example.evil.example/",
        "https://evil.example/www.kreis.example", "https://kreis.example/", "https:evil.example",
        "https://www.kreıs.example/", "https://xn--kres-h4a.example/", "https://192.0.2.1/",
        "https://[2001:db8::1]/", "h&#116;tps://evil.example/", "https&colon;//evil.example/",
        "http://www.kreis.example/", "seite.html", "/seite", "?a=b", "", "https://", "https:///x",
        // Who opened it.
        own + "?id=1", own + "?", own + "{{nachname}}",
        own + "#{{#termine}}{{buchungsnummer}}{{/termine}}",
        own + "{{#termine}}{{datum}}{{/termine}}", own + "?n={{name}}", "{{internetseite}}/{{tag}}",
        // Third parties.
        "https://bit.ly/x", "https://t1p.de/x", "https://tinyurl.com/x", "https://linktr.ee/x",
        "https://www.instagram.com/x", "https://de-de.facebook.com/x", "https://wa.me/4922",
        "https://t.me/x", "https://x.com/x", "https://forms.gle/x", "https://docs.google.com/x",
        "https://www.google.com/url?q=https://www.kreis.example/",
        "https://eur01.safelinks.protection.outlook.com/?url=x",
        "https://l.facebook.com/l.php?u=x", "https://urldefense.com/v3/x", "https://lnkd.in/x",
        // Mail to somebody else, or with more than an address.
        "mailto:jemand@anders.example", "mailto:info@kreis.example?bcc=a@b.example",
        "mailto:info@kreis.example?subject=x", "mailto:info@kreis.example,a@b.example",
        "mailto:", "mailto:info%40kreis.example", "mailto:{{name}}@kreis.example",
        "MAILTO:a@b.example", " mailto:a@b.example",
    ]

    @Test(arguments: leading)
    func `C-07: a link that leads elsewhere, or tells people apart, is found`(
        target: String
    ) throws {
        Self.expect(.links, in: try LintScene.findings(inHTML: "<a href=\"\(target)\">Seite</a>"))
    }

    @Test(
        arguments: [
            "tel:+492214710001234", "tel:0221 4710 00", "tel:112", "tel:+49 900 4710 000",
            "tel:0221 4710 000,1", "tel:0221 4710 000;ext=2", "tel:", "tel:{{telefon}}1",
            "TEL:0800 1234567", "tel:+1 221 4710 000", "tel:99902214710000",
        ]
    )
    func `C-12: a tel: link calls the office and nobody else`(target: String) throws {
        let found = try LintScene.findings(inHTML: "<a href=\"\(target)\">Anruf</a>")
        Self.expect(.phoneNumbers, in: found.filter { $0.message.contains("tel: link") })
    }

    @Test(
        arguments: [
            ("https://www.kreis.example/", "https://www.bank.example/"),
            ("https://www.kreis.example/", "www.bank.example"),
            ("https://www.kreis.example/", "Zu bank.example."),
            ("https://www.kreis.example/", "www.<b>bank</b>.example"),
            ("https://www.kreis.example/", "info@kreis.example"),
            ("mailto:info@kreis.example", "termine@kreis.example"),
            ("mailto:info@kreis.example", "www.kreis.example"),
            ("tel:0221 4710 000", "0221 4710 001"), ("tel:{{hotline}}", "{{telefon}}"),
        ]
    )
    func `C-07: a link shows where it leads`(target: String, shown: String) throws {
        Self.expect(
            .links,
            in: try LintScene.findings(inHTML: "<a href=\"\(target)\">\(shown)</a>")
        )
    }

    /// Somebody in a hurry adds the shortener to the configuration.
    @Test(
        arguments: [
            "bit.ly", "linktr.ee", "www.instagram.com", "l.facebook.com", "docs.google.com",
            "eur01.safelinks.protection.outlook.com", "www.google.com",
        ]
    )
    func `C-07: third parties are refused even if the configuration allows them`(
        host: String
    ) throws {
        let source = try LintScene.shipped()
        let letter = try LintScene.letter(source.with(text: source.text + "https://\(host)/x\n"))
        let found = Linter.findings(in: letter, allowedHosts: LintScene.hosts + [host])
        Self.expect(.links, in: found)
        #expect(found.contains { $0.message.contains(host) })
    }

    /// Mail readers make links of what is only typed.
    @Test(
        arguments: [
            "https://evil.example/", "Siehe www.evil.example.", "(https://evil.example/x)",
            "linktr.ee/kreis", "instagram.com/kreis", "Mehr auf linktr.ee.", "bit.ly/x",
            "evil.example/seite",
            "HTTP://www.kreis.example", "//evil.example/x", "jemand@anders.example",
            "https://www.kreis.example/{{nachname}}", "https://www.kreis.example/?n=1",
            "www.kreis.example/{{buchungsnummer}}", "<a@b.example>",
        ]
    )
    func `C-07: what is only typed is a link all the same, in both parts`(typed: String) throws {
        let inside = typed.contains("buchungsnummer") ? "{{#termine}}\(typed){{/termine}}" : typed
        Self.expect(.links, in: try LintScene.findings(inText: inside))
        let html = inside.replacing("<", with: "&lt;")
        Self.expect(.links, in: try LintScene.findings(inHTML: "<p>\(html)</p>"))
    }

    @Test(
        arguments: [
            "{{vorname}}s Termin", "Frau{{nachname}}", "{{behoerde}}s", "1{{name}}", "{{name}}1",
            "{{vorname}}{{nachname}}", "{{name}}{{! so }}s",
            "Termin{{#vorname}}{{vorname}}{{/vorname}}",
            "{{vorname}}{{#mehrere}}s{{/mehrere}}", "{{vorname}}{{^mehrere}}s{{/mehrere}}",
            "{{#termine}}{{datum}}{{/termine}}", "{{#termine}}\n{{uhrzeit}}h\n{{/termine}}",
            "ß{{name}}", "{{name}}ı",
        ]
    )
    func `C-16: a placeholder that has grown together with something is found`(
        planted: String
    ) throws {
        Self.expect(.wholeWords, in: try LintScene.findings(inText: planted))
        Self.expect(.wholeWords, in: try LintScene.findings(inHTML: "<p>\(planted)</p>"))
    }

    @Test(
        arguments: [
            "<b>{{vorname}}</b>s", "{{vorname}}<wbr>s", "{{vorname}}&#115;", "{{vorname}}&auml;",
            "<span>a</span>{{vorname}}", "a&shy;{{vorname}}".replacing("&shy;", with: ""),
        ]
    )
    func `C-16: in the HTML, too, where only a reader sees them together`(planted: String) throws {
        Self.expect(.wholeWords, in: try LintScene.findings(inHTML: "<p>\(planted)</p>"))
    }

    @Test func `C-16: in the subject, and with its place`() throws {
        let source = try LintScene.shipped()
        let subject = try LintScene.findings(in: source.with(subject: "Absage {{tag}}s"))
        #expect(subject.contains { $0.rule == .wholeWords && $0.file == "template.toml" })
        let found = try LintScene.findings(in: source.with(text: source.text + "\n\n{{name}}s\n"))
        let line = source.text.split(separator: "\n", omittingEmptySubsequences: false).count + 2
        #expect(found.first { $0.rule == .wholeWords }?.line == line)
        #expect(found.first { $0.rule == .wholeWords }?.message.contains("{{name}}") == true)
    }
}
