import MailCore
import TestSupport
import Testing

/// Ways to show people another HTML part than the one that somebody approved: words that are hidden,
/// moved, struck out or laid over others.
///
/// Each is planted in both parts where that is possible, so that nothing but the hiding is found.
struct HiddenTextTests {
    private static let words = "Ihr Termin findet doch statt"

    static let hiding: [String] = [
        // By a style.
        "display: none", "DISPLAY:NONE", "display :none", "display: none !important",
        "display:/**/none", "dis\\play: none", "d\\69splay: none", "display: contents",
        "visibility: hidden", "visibility: collapse", "opacity: 0", "opacity: 0.01",
        "filter: opacity(0)", "filter: blur(9px)", "mso-hide: all",
        "-webkit-text-fill-color: white",
        "font-size: 0", "font-size: 1px", "font-size: 0.1em", "font-size: 11px", "font-size: 5%",
        "font-size: calc(1px)", "font-size: 1e-9em", "font-size: 100em", "font: 0/0 a",
        "font-size: smaller", "line-height: 0", "line-height: 1px", "line-height: 0.5",
        "line-height: 14px", "height: 0; overflow: hidden", "max-height: 0", "width: 0",
        "width: 1px", "max-width: 0", "overflow: hidden", "clip: rect(0 0 0 0)",
        "clip-path: inset(100%)", "position: absolute; left: -9999px", "position: fixed; top: 0",
        "position: relative; top: -2em", "margin: -2em", "margin-top: -1.2em",
        "margin-left: 9999px",
        "margin: 99em", "padding-left: 999px", "text-indent: -9999px", "text-indent: 200%",
        "letter-spacing: -1em", "word-spacing: -9em", "transform: scale(0)",
        "transform: rotate(180deg)", "rotate: 90deg", "scale: 0", "zoom: 0.01", "z-index: -1",
        "float: left", "direction: rtl; unicode-bidi: bidi-override", "writing-mode: vertical-rl",
        "text-decoration: line-through", "text-decoration-line: line-through",
        "text-transform: uppercase", "text-overflow: ellipsis", "white-space: nowrap",
        "vertical-align: 3em", "vertical-align: super", "content-visibility: hidden",
        "columns: 1px", "column-count: 9", "mask: linear-gradient(#0000, #0000)",
        "animation: x 1s", "transition: all 9s", "font-family: Wingdings", "font-family: Symbol",
        "font-family: 'Arial', Webdings", "list-style-type: none", "list-style: none",
        "background: #000000", "background-color: #808080", "border: 99px solid #fff",
        "border-bottom: 1px groove #000", "inset: 0", "all: unset", "--x: 1", "appearance: none",
        // Pale on light, in every way to write a colour.
        "color: #fff", "color: white", "color: #ffffff", "color: #FEFEFE", "color: transparent",
        "color: rgba(0,0,0,0)", "color: rgb(255,255,255)", "color: #0000", "color: #00000000",
        "color: hsl(0 0% 100%)", "color: inherit", "color: Canvas", "color: #999", "color: yellow",
        "color: lab(100 0 0)", "color: var(--x)", "color: currentColor",
        // No declaration at all.
        "color", "; ;color:", "color: #000 #fff", "{color: #000}", "@media print",
    ]

    @Test(arguments: hiding)
    func `C-18: a style that can hide is refused`(style: String) throws {
        let planted = "<p style=\"\(style)\">\(Self.words)</p>"
        let found = try inBoth(planted)
        #expect(found.contains { $0.rule == .plainMarkup && $0.severity == .error }, "\(found)")
    }

    static let elements: [String] = [
        "<p hidden>\(words)</p>", "<p hidden=\"until-found\">\(words)</p>",
        "<details><summary>Mehr</summary>\(words)</details>", "<dialog>\(words)</dialog>",
        "<p aria-hidden=\"true\">\(words)</p>", "<p aria-label=\"\(words)\">Absage</p>",
        "<p title=\"\(words)\">Absage</p>", "<p class=\"gmail_quote\">\(words)</p>",
        "<p class=\"moz-cite-prefix\">\(words)</p>",
        "<blockquote type=\"cite\">\(words)</blockquote>",
        "<blockquote>\(words)</blockquote>", "<s>\(words)</s>", "<del>\(words)</del>",
        "<strike>\(words)</strike>", "<ins>\(words)</ins>", "<bdo dir=\"rtl\">\(words)</bdo>",
        "<font color=\"#ffffff\">\(words)</font>", "<font size=\"1\">\(words)</font>",
        "<center>\(words)</center>",
        "<table bgcolor=\"#000000\"><tr><td>\(words)</td></tr></table>",
        "<table bgcolor=\"black\"><tr><td>\(words)</td></tr></table>",
        "<table><tr><td width=\"1\">\(words)</td></tr></table>",
        "<table><tr><td height=\"0\">\(words)</td></tr></table>",
        "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "<table>\(words)<tr><td>a</td></tr></table>",
        "<table><tr>\(words)<td>a</td></tr></table>",
        "<table><tr><td>a</td></tr><caption>\(words)</caption></table>",
        "<table><tfoot><tr><td>\(words)</td></tr></tfoot><tr><td>a</td></tr></table>",
        "<table><div>\(words)</div><tr><td>a</td></tr></table>",
        "<ul>\(words)<li>a</li></ul>", "<li>\(words)</li>", "<td>\(words)</td>",
        "<small><small><small>\(words)</small></small></small>",
        "<h6><span><h6>\(words)</h6></span></h6>", "<sub>\(words)</sub>", "<sup>\(words)</sup>",
        "<big>\(words)</big>", "<ruby>a<rt>\(words)</rt></ruby>", "<rp>\(words)</rp>",
        "<pre>\(words)</pre>", "<nobr>\(words)</nobr>", "<meter>\(words)</meter>",
        "<progress>\(words)</progress>", "<menu>\(words)</menu>",
        "<frobnicate>\(words)</frobnicate>",
        "<title>\(words)</title>", "<p><title>\(words)</title></p>",
        "<noscript>\(words)</noscript>", "<noembed>\(words)</noembed>", "<xmp>\(words)</xmp>",
        "<iframe>\(words)</iframe>", "<textarea>\(words)</textarea>", "<object>\(words)</object>",
        "<template>\(words)</template>", "<select><option>\(words)</option></select>",
        "<style>p { display: none }</style>", "<style>main { font-size: 0 }</style>",
        "<style></style>", "<p style=\"margin: 0\" style=\"display: none\">\(words)</p>",
        "<p STYLE='margin:0'style='display:none'>\(words)</p>",
        "<p style=display:none>\(words)</p>",
        "<p/style=\"margin:0\">\(words)</p>", "<p align=\"justify\">\(words)</p>",
        "<p popover=\"auto\">\(words)</p>", "<p inert>\(words)</p>", "<p is=\"x-y\">\(words)</p>",
        "<p slot=\"x\">\(words)</p>", "<p translate=\"no\">\(words)</p>", "<p < b>\(words)</p>",
        "a < b", "<p \(words)", "</p style=\"display: none\">", "<p>\(words)</ p>",
        "<div style=\"font-size: 2em\"><div style=\"font-size: 200%\">\(words)</div></div>",
        "<ol start=\"7\"><li>\(words)</li></ol>",
        "<div id=\"a b\">\(words)</div>", "<div lang=\"\(words)\">x</div>",
        "<div dir=\"auto\">x</div>", "<meta name=\"viewport\" content=\"initial-scale=0.1\">",
    ]

    @Test(arguments: elements)
    func `C-18: an element that can hide, or that programs read differently, is refused`(
        planted: String
    ) throws {
        let found = try inBoth(planted)
        #expect(
            found.contains {
                [.plainMarkup, .remoteContent].contains($0.rule) && $0.severity == .error
            },
            "\(found)"
        )
    }

    static let comments: [String] = [
        "<!-- \(words) -->", "<!--[if mso]>\(words)<![endif]-->",
        "<!--[if !mso]><!-->x<!--<![endif]-->",
        "<![if !mso]>\(words)<![endif]>", "<?x \(words)?>", "<![CDATA[\(words)]]>", "<!x \(words)>",
    ]

    @Test(arguments: comments)
    func `C-08: comments, conditions and instructions are refused`(planted: String) throws {
        let found = try inBoth(planted)
        #expect(found.contains { $0.rule == .remoteContent && $0.severity == .error }, "\(found)")
    }

    /// The words of a planted HTML stand in the text part, too.
    private func inBoth(_ planted: String) throws -> [LintFinding] {
        let source = try LintScene.shipped()
        let html = try #require(source.html).replacing("</main>", with: "\(planted)\n</main>")
        let text = source.text.replacing("\n{{behoerde}}", with: "\n\(Self.words)\n{{behoerde}}")
        #expect(text != source.text)
        return try LintScene.findings(in: source.with(text: text, html: html))
    }

    @Test func `what is planted in both parts and not hidden has no finding`() throws {
        #expect(try inBoth("<p>\(Self.words)</p>") == [])
        #expect(try inBoth("<p style=\"color: #222; margin: 0 0 8px;\">\(Self.words)</p>") == [])
    }
}
