extension StoredPhrases {
    /// What is wrong with a key of the configuration, of a template's settings or of a profile.
    static let settings: [StoredPhrase] = [
        .init("is missing", "fehlt"),
        .init("is missing; for example: {1}", "fehlt; zum Beispiel: {1}"),
        .init(
            "must be a text in quotes, and not empty",
            "muss ein Text in Anführungszeichen sein, und nicht leer"
        ),
        .init(
            "must be one line without control characters",
            "muss eine Zeile ohne Steuerzeichen sein"
        ),
        .init(
            "must be a whole number from {1} to {2}",
            "muss eine ganze Zahl von {1} bis {2} sein"
        ),
        .init("must be a list of texts: [\"…\"]", "muss eine Liste von Texten sein: [\"…\"]"),
        .init(
            "must be a list of texts, each with the domains of one provider and blanks between them",
            "muss eine Liste von Texten sein, in jedem die Domains eines Anbieters, durch Leerzeichen getrennt"
        ),
        .init(
            "must be a full address that begins with https://",
            "muss eine vollständige Adresse sein, die mit https:// beginnt"
        ),
        .init(
            "must be one address, local@domain",
            "muss eine E-Mail-Adresse sein: name@domain"
        ),
        .init(
            "must be “Name <local@domain>” or “local@domain”",
            "muss „Name <name@domain>“ oder „name@domain“ sein"
        ),
        .init("must be like “de” or “de, en”", "muss so aussehen: „de“ oder „de, en“"),
        .init("must be a section: {1}", "muss ein Abschnitt sein: {1}"),
        .init("must be {1} or {2} or {3}", "muss {1}, {2} oder {3} sein"),
        .init("must be {1} or {2}", "muss {1} oder {2} sein"),
        .init(
            "holds characters that nobody sees, or that turn others round; type it anew",
            "enthält unsichtbare Zeichen, oder solche, die andere umdrehen; tippen Sie es neu ein"
        ),
        .init(
            "holds “{1}”, which was left there; write what people shall read",
            "enthält „{1}“, das dort stehen geblieben ist; schreiben Sie, was die Leute lesen sollen"
        ),
        .init(
            "is not a time zone; e.g. Europe/Berlin",
            "ist keine Zeitzone; z. B. Europe/Berlin"
        ),
        .init(
            "is neither a host's name nor an address in brackets",
            "ist weder der Name eines Rechners noch eine Adresse in Klammern"
        ),
        .init(
            "\"none\" is only allowed for a relay on 127.0.0.1, ::1 or localhost",
            "\"none\" ist nur für einen Mailserver auf 127.0.0.1, ::1 oder localhost erlaubt"
        ),
        .init(
            "a login needs username and one of password_file, password_credential, password_env",
            "eine Anmeldung braucht username und eines von password_file, password_credential, password_env"
        ),
        .init(
            "a login is never sent without TLS",
            "eine Anmeldung wird nie unverschlüsselt gesendet"
        ),
        .init(
            "the password is named more than once ({1}); leave one of them",
            "das Passwort ist mehrfach genannt ({1}); lassen Sie eines davon stehen"
        ),
        .init(
            "cannot stand beside office_key_file: name the office's key once",
            "kann nicht neben office_key_file stehen: Nennen Sie den Schlüssel der Behörde einmal"
        ),
        .init(
            "unknown section. There are: {1}",
            "Diesen Abschnitt gibt es nicht. Es gibt: {1}"
        ),
        .init(
            "unknown section; did you mean {1}? There are: {2}",
            "Diesen Abschnitt gibt es nicht; meinen Sie {1}? Es gibt: {2}"
        ),
        .init("unknown key; there are: {1}", "Diesen Schlüssel gibt es nicht; es gibt: {1}"),
        .init(
            "unknown key; did you mean {1}? in {2} there are: {3}",
            "Diesen Schlüssel gibt es nicht; meinen Sie {1}? In {2} gibt es: {3}"
        ),
        .init(
            "unknown key; it stands in {1}; in {2} there are: {3}",
            "Diesen Schlüssel gibt es hier nicht; er gehört in {1}. In {2} gibt es: {3}"
        ),
        .init(
            "unknown key; in {1} there are: {2}",
            "Diesen Schlüssel gibt es nicht; in {1} gibt es: {2}"
        ),
        .init(
            "stands above all sections; it belongs below {1}",
            "steht über allen Abschnitten; es gehört unter {1}"
        ),
        .init(
            "this key stands in line {1} already; leave one of the two",
            "dieser Schlüssel steht schon in Zeile {1}; lassen Sie einen von beiden stehen"
        ),
        .init(
            "this section begins in line {1} already; put its keys together there",
            "dieser Abschnitt beginnt schon in Zeile {1}; schreiben Sie seine Schlüssel dort zusammen"
        ),
        .init(
            "a backslash in quotes begins something else; write it twice (\\\\), or take single quotes: '…'",
            "ein umgekehrter Schrägstrich hat in Anführungszeichen eine andere Bedeutung; schreiben Sie ihn doppelt (\\\\), oder nehmen Sie einfache: '…'"
        ),
        .init(
            "the value stands in typographic quotes; take straight ones: \"…\"",
            "der Wert steht in typografischen Anführungszeichen; nehmen Sie gerade: \"…\""
        ),
        .init(
            "a text stands in straight quotes: \"…\"",
            "ein Text steht in geraden Anführungszeichen: \"…\""
        ),
        .init(
            "between a key and its value stands an equals sign: key = \"…\"",
            "zwischen Schlüssel und Wert steht ein Gleichheitszeichen: schluessel = \"…\""
        ),
        .init(
            "a closing bracket is missing, here or in the line before: ]",
            "hier oder in der Zeile davor fehlt eine schließende Klammer: ]"
        ),
        .init(
            "the closing quote is missing; begin and end with the same straight quote",
            "das schließende Anführungszeichen fehlt; beginnen und enden Sie mit demselben geraden"
        ),
        .init(
            "this is not valid TOML; look for a missing quote or bracket",
            "das ist kein gültiges TOML; suchen Sie nach einem fehlenden Anführungszeichen oder einer fehlenden Klammer"
        ),
    ]

    /// What is wrong with a template's tags.
    static let template: [StoredPhrase] = [
        .init("the file has more than {1} kB", "die Datei hat mehr als {1} kB"),
        .init(
            "a tag is opened with {{ and never closed with }}",
            "ein Platzhalter beginnt mit {{ und endet nicht mit }}"
        ),
        .init(
            "the section {{#{1}}} is never closed",
            "der Abschnitt {{#{1}}} ist nicht geschlossen"
        ),
        .init("“{1}” is left over; remove it", "„{1}“ ist übrig geblieben; entfernen Sie es"),
        .init("an empty tag {{}}", "ein leerer Platzhalter {{}}"),
        .init(
            "unescaped tags are not allowed; write {{name}}",
            "ungeschützte Platzhalter sind nicht erlaubt; schreiben Sie {{name}}"
        ),
        .init(
            "partials are not allowed; write the text here",
            "eingebundene Teile sind nicht erlaubt; schreiben Sie den Text hierher"
        ),
        .init(
            "delimiters and pragmas are not allowed",
            "eigene Trennzeichen und Anweisungen sind nicht erlaubt"
        ),
        .init(
            "more than {1} sections stand inside each other",
            "mehr als {1} Abschnitte stehen ineinander"
        ),
        .init(
            "the section {{#{1}}} stands inside itself",
            "der Abschnitt {{#{1}}} steht in sich selbst"
        ),
        .init(
            "{1} always has a value and cannot open a section",
            "{1} hat immer einen Wert und kann keinen Abschnitt öffnen"
        ),
        .init(
            "{{/{1}}} closes a section that is not the open one",
            "{{/{1}}} schließt einen Abschnitt, der nicht offen ist"
        ),
        .init(
            "{1} is a section: write {{#{2}}} … {{/{3}}}",
            "{1} ist ein Abschnitt: Schreiben Sie {{#{2}}} … {{/{3}}}"
        ),
        .init(
            "{1} is only allowed between {{#termine}} and {{/termine}}",
            "{1} ist nur zwischen {{#termine}} und {{/termine}} erlaubt"
        ),
        .init(
            "unknown placeholder “{1}”; there are: {2}",
            "den Platzhalter „{1}“ gibt es nicht; es gibt: {2}"
        ),
        .init(
            "Mustache cannot read this line ({1})",
            "Mustache kann diese Zeile nicht lesen ({1})"
        ),
    ]
}
