import MailCore
import Testing

/// What is found on a page, and what is said of it.
struct PageReportTests {
    private static let address = "https://www.kreis.example/impressum"

    private func answer(
        _ body: String,
        url: String = address,
        status: Int = 200,
        redirect: String? = nil,
        fields: [String] = [],
        isWhole: Bool = true
    ) -> PageAnswer {
        PageAnswer(
            url: url,
            status: status,
            redirect: redirect,
            fields: (["Content-Type: text/html"] + fields).compactMap(PageAnswer.Field.init(line:)),
            body: Array(body.utf8),
            isWhole: isWhole
        )
    }

    private func report(_ kind: PageKind = .imprint, _ answers: PageAnswer...) -> PageReport {
        var visit = PageVisit(of: kind, at: Self.address)
        for answer in answers { visit.note(answer) }
        return PageReport(of: visit)
    }

    private func foreignHosts(_ body: String, fields: [String] = []) -> [String] {
        report(.imprint, answer(body, fields: fields)).foreignHosts
    }

    /// Each makes a browser contact h.example, or would send something there.
    static let pulling = [
        "<img src='https://h.example/a.png'>", "<img src='//h.example/a'>",
        "<IMG SRC=HTTPS://H.EXAMPLE/A>", "<img srcset='a.png 1x, https://h.example/b.png 2x'>",
        "<img srcset='https://h.example/b.png'>", "<img srcset='/a.png, //h.example/b.png 2x'>",
        "<script src='https://h.example/a.js'></script>",
        "<link rel=stylesheet href='https://h.example/a.css'>",
        "<link rel='alternate stylesheet' href='https://h.example/a.css'>",
        "<link rel=preload href='https://h.example/a'>", "<link rel=icon href='//h.example/a'>",
        "<link rel='Shortcut Icon' href='//h.example/a'>",
        "<link rel=dns-prefetch href='//h.example'>", "<link rel=preconnect href='//h.example'>",
        "<link rel=preload imagesrcset='//h.example/a 1x'>",
        "<iframe src='https://h.example/'></iframe>", "<frame src='https://h.example/'>",
        "<iframe srcdoc=\"<img src='//h.example/a'>\"></iframe>",
        "<iframe srcdoc=\"<iframe srcdoc='<img src=//h.example/a>'>\"></iframe>",
        "<video src='https://h.example/a'></video>", "<video poster='//h.example/a'></video>",
        "<audio src='https://h.example/a'></audio>",
        "<audio><source src='https://h.example/a'></audio>", "<track src='//h.example/a'>",
        "<object data='https://h.example/a'></object>", "<object codebase='//h.example/'></object>",
        "<embed src='https://h.example/a'>", "<form action='https://h.example/a'></form>",
        "<button formaction='https://h.example/a'>x</button>",
        "<input type=image src='//h.example/a'>",
        "<meta http-equiv=refresh content='0; url=https://h.example/'>",
        "<meta http-equiv=Refresh content=\"5;URL='https://h.example/'\">",
        "<meta http-equiv=refresh content='0,https://h.example/'>",
        "<base href='https://h.example/'>", "<base href='//h.example/'><img src='a.png'>",
        "<style>p { background: url(https://h.example/a) }</style>",
        "<style>p { background: URL( 'https://h.example/a' ) }</style>",
        "<style>@import 'https://h.example/a.css';</style>",
        "<style>@import\"//h.example/a.css\";</style>",
        "<style>@im\\70ort '//h.example/a.css';</style>",
        "<style>p { background: \\75 rl(//h.example/a) }</style>",
        "<style>p { background: u/**/rl(//h.example/a) }</style>",
        "<style>a { b: url(/*) } p { background: url(//h.example/a) } /**/</style>",
        "<style>p { background: image-set('//h.example/a' 1x) }</style>",
        "<style>@font-face { src: url(https://h.example/a.woff2) }</style>",
        "<p style='background:url(https://h.example/a)'>",
        "<p style='background:url(&quot;//h.example/a&quot;)'>",
        "<body background='https://h.example/a'>", "<td background='//h.example/a'>",
        "<a ping='https://h.example/a' href='/b'>x</a>",
        "<a ping='/a //h.example/a' href='/b'>x</a>",
        "<svg><use href='https://h.example/a#b'/></svg>",
        "<svg><image xlink:href='https://h.example/a'/></svg>",
        "<svg><script href='//h.example/a'/></svg>",
        "<noscript><img src='https://h.example/a'></noscript>",
        // As browsers read addresses, and others do not.
        "<img src='\\\\h.example/a'>", "<img src='/\\h.example/a'>",
        "<img src='https:\\\\h.example/a'>",
        "<img src='ht\ntps://h.ex\nample/a'>", "<img src='  //h.example/a'>",
        "<img src='http:h.example/a'>",
        "<img src='https:///h.example/a'>", "<img src='https://www.kreis.example@h.example/a'>",
        "<img src='https://h.example:8443/a'>", "<img src='https://h%2Eexample/a'>",
        "<img src='https://h.example./a'>", "<img src='https://h.example?a'>",
        "<img src='https://h.example#a'>", "<img src='https://h.example\\@www.kreis.example/'>",
        String(repeating: "<div>", count: 5_000) + "<img src='//h.example/a'>",
        "<!--><img src='//h.example/a'>", "<!---><img src='//h.example/a'><!-- -->",
        "<!--[if IE]><!--><img src='//h.example/a'><!--<![endif]-->",
        "<img src='&#104;ttps://h.example/a'>", "<img src='https://h.ex\0ample/a'>",
        "\0<img src='https://h.example/a'>", "<img src='ftp://h.example/a'>",
    ]

    @Test(arguments: pulling)
    func `another host that a page makes its readers contact is found`(body: String) {
        #expect(foreignHosts(body) == ["h.example"])
        #expect(report(.imprint, answer(body)).problems.count == 1)
    }

    @Test(arguments: [
        "<img src='/a.png'>", "<img src='a.png'>", "<img src='https://www.kreis.example/a'>",
        "<img src='HTTPS://WWW.KREIS.EXAMPLE:443/a'>", "<img src='//www.kreis.example/a'>",
        "<img src='data:image/png;base64,iVBORw0KGgo='>", "<img src=''>", "<img src='https:a.png'>",
        "<img src='https:/h.example/a'>", "<a href='https://h.example/'>x</a>",
        "<area href='https://h.example/'>", "<svg><a xlink:href='https://h.example/'>x</a></svg>",
        "<link rel=canonical href='https://h.example/'>", "<link rel=license href='//h.example/'>",
        "<a href='mailto:info@h.example'>x</a>", "<p>https://h.example/</p>",
        "<!-- <img src='https://h.example/a'> -->",
        "<meta property='og:image' content='//h.example/a'>",
        "<script type='application/ld+json'>{\"@context\":\"https://h.example\"}</script>",
        "<meta http-equiv=refresh content='30'>", "<form action=''>",
        "<blockquote cite='//h.example/'>",
        "<style>/* https://h.example */ p { color: red }</style>",
        "<img src='/a?b=https://h.example'>",
    ])
    func `what a browser does not fetch from elsewhere is no problem`(body: String) {
        #expect(foreignHosts(body) == [])
        #expect(report(.imprint, answer(body)).problems == [])
    }

    @Test func `every host is named once, and in one spelling`() {
        let body = """
            <img src='//b.example/1'><img src='//A.example/2'><img src='https://a.EXAMPLE:444/3'>
            <img src='//straße.example/x'>
            """
        #expect(foreignHosts(body) == ["a.example", "b.example", "xn--strae-oqa.example"])
    }

    @Test func `header fields make browsers contact hosts, too`() {
        let fields = [
            "Link: </own.css>; rel=preload, <https://h.example/a.css>; rel=\"preload\"; as=style",
            "Refresh: 0; url=https://r.example/", "Link: <https://c.example/>; rel=canonical",
        ]
        #expect(foreignHosts("", fields: fields) == ["h.example", "r.example"])
    }

    @Test func `a host cannot print anything a terminal obeys`() {
        let hosts = foreignHosts("<img src='https://\u{1B}[31mred\u{202E}/a'>")
        #expect(hosts.count == 1)
        #expect(
            hosts.allSatisfy { $0.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) } }
        )
    }

    @Test func `what scripts name is told, and not held against the page`() {
        let body = """
            <script>var u = "//stats.example/"; load('https://cdn.example/a.js'); // see //c.example
            </script><script src='/own.js'></script>
            """
        let report = report(.imprint, answer(body))
        #expect(report.foreignHosts == [] && report.problems == [])
        #expect(report.warnings.count == 1)
        #expect(report.warnings[0].en.text.contains(" name cdn.example, stats.example;"))
    }

    @Test func `cookies are told by name, never by value`() {
        let first = answer(
            "",
            status: 301,
            redirect: Self.address + "/",
            fields: ["Set-Cookie: early=s3cret; Path=/"]
        )
        let page = answer(
            "",
            url: Self.address + "/",
            fields: ["set-cookie: SESSION=s3cret", "SET-COOKIE: bare", "Cookie: no"]
        )
        let report = report(.imprint, first, page)
        #expect(report.cookies == ["SESSION", "bare", "early"])
        #expect(report.problems.count == 1)
        #expect(!"\(report)".contains("s3cret"))
    }

    @Test(arguments: [
        ("<p>Absage Ihres Termins per E-Mail</p>", true),
        ("<p>Absage Ihres Termins per E\u{2011}Mail</p>", true),
        ("<p>Impf\u{AD}termin</p><li>Eine <b>E-MAIL</b></li>", true),
        ("<p>Ihre Termine</p>", false), ("<p>E-Mail</p>", false), ("", false),
        ("<title>E-Mail Termin</title><script>'E-Mail Termin'</script>", false),
        ("<!-- E-Mail Termin -->", false), ("<a title='E-Mail Termin'>x</a>", false),
    ])
    func `the privacy page must name the channel`(body: String, names: Bool) {
        let report = report(.privacy, answer(body))
        #expect(report.namesChannel == names)
        #expect(report.warnings.isEmpty == names)
        #expect(report.problems == [])
        #expect(self.report(.imprint, answer(body)).namesChannel == nil)
    }

    @Test(arguments: [404, 500, 403, 204])
    func `any status but 200 is a problem`(status: Int) {
        let report = report(.privacy, answer("E-Mail Termin", status: status))
        #expect(report.status == status)
        #expect(report.isReachable)
        #expect(report.namesChannel == false)
        #expect(report.problems.count == 1 && report.problems[0].en.text.contains("\(status)"))
    }

    @Test func `a page that could not be looked into is a problem`() {
        let long = report(.imprint, answer("", isWhole: false))
        #expect(long.problems.count == 1 && long.problems[0].en.text.contains("2 MB"))
        let sheet = report(.imprint, answer("", fields: ["Content-Type: application/pdf"]))
        #expect(sheet.problems.count == 1 && sheet.problems[0].en.text.contains("HTML"))
    }

    @Test(arguments: [
        PageFailure.hostUnknown, .cannotConnect, .timeout, .notEncrypted, .broken,
    ])
    func `what cannot be fetched is a problem with a sentence of its own`(failure: PageFailure) {
        var visit = PageVisit(of: .privacy, at: Self.address)
        visit.note(failure)
        let report = PageReport(of: visit)
        #expect(!report.isReachable && report.status == nil)
        #expect(report.problems.count == 1 && report.problems[0].en.text.contains("privacy page"))
        #expect(visit.next == nil)
    }

    @Test(arguments: [
        ("https://www.kreis.example/b", true), ("https://www.kreis.example:8443/b", true),
        ("https://WWW.KREIS.EXAMPLE/b", true), ("http://www.kreis.example/b", false),
        ("https://kreis.example/b", false), ("https://www.kreis.example.evil.example/", false),
        ("https://www.kreis.example@evil.example/", false), ("ftp://www.kreis.example/", false),
        ("javascript:alert(1)", false), ("", false),
    ])
    func `a redirect is followed on the same host and encrypted only`(
        target: String,
        follows: Bool
    ) {
        var visit = PageVisit(of: .imprint, at: Self.address)
        #expect(visit.next == Self.address)
        visit.note(answer("", status: 302, redirect: target))
        #expect(visit.next == (follows ? target : nil))
        guard !follows else { return }
        let report = PageReport(of: visit)
        #expect(report.problems.count == 1)
        #expect(report.redirectedTo == target)
    }

    @Test func `five redirects are followed and no more`() {
        var visit = PageVisit(of: .imprint, at: Self.address)
        var requests = 0
        while let url = visit.next {
            requests += 1
            visit.note(answer("", url: url, status: 302, redirect: "\(Self.address)/\(requests)"))
        }
        #expect(requests == 6)
        #expect(PageReport(of: visit).problems.first?.en.text.contains("more than 5 times") == true)
    }

    @Test func `a page in order says nothing`() {
        let report = report(.imprint, answer("<img src='/wappen.png'>"))
        #expect(report.isReachable && report.status == 200 && report.redirectedTo == nil)
        #expect(report.problems == [] && report.warnings == [])
    }
}
