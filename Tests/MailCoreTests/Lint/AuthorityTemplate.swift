import MailCore

/// A template as an office writes it for itself: a table layout, its own links, phone and mail.
enum AuthorityTemplate {
    static let source = TemplateSource(
        name: "amt",
        manifest: """
            subject = "Ihr Termin am {{tag}} fällt aus"
            language = "de"
            description = "Absage"
            """,
        text: """
            Bitte kommen Sie nicht: Ihr Termin fällt aus.

            {{anrede}},

            {{#termine}}
            {{datum}}, {{uhrzeit}}{{#ort}}, {{ort}}{{/ort}}
            {{/termine}}

            Fragen? {{hotline}} ({{hotline_zeiten}}), {{email}}
            Diese E-Mail wurde automatisch verschickt.

            {{behoerde}}, {{anschrift}}, {{telefon}}
            Impressum: {{impressum}}
            Datenschutz: {{datenschutz}}
            """,
        html: """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
              "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml" lang="de">
            <head>
            <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1.0" />
            <title>Ihr Termin fällt aus</title>
            </head>
            <body bgcolor="#f2f2f2" style="margin: 0; padding: 0;">
            <table role="presentation" width="600" align="center" border="0"
              cellpadding="0" cellspacing="0"><tr><td style="padding: 20px;">
            <h1 style="font-size: 22px; line-height: 1.3;">Bitte kommen Sie nicht: Ihr Termin fällt aus.</h1>
            <p>{{anrede}},</p>
            {{#termine}}
            <p><strong>{{datum}}</strong>, {{uhrzeit}}{{#ort}}, {{ort}}{{/ort}}</p>
            {{/termine}}
            <p>Fragen? <a style="color: #004b87; text-decoration: underline;" href="tel:{{hotline}}">{{hotline}}</a> ({{hotline_zeiten}}),
            <a href="mailto:{{email}}">{{email}}</a></p>
            <p>Diese E-Mail wurde automatisch verschickt.</p>
            <p style="font-size: 13px;">{{behoerde}}, {{anschrift}},
            <a href="tel:{{telefon}}">{{telefon}}</a><br />
            <a href="{{impressum}}">Impressum</a> &middot;
            <a href="{{datenschutz}}" target="_blank" rel="noopener">Datenschutz</a></p>
            </td></tr></table>
            </body>
            </html>
            """
    )
}
