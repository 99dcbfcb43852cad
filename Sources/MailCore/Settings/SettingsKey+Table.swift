extension SettingsKey {
    /// All keys, in the order in which documents show them.
    package static let table =
        authority + sender + relay + speed + rules + console + privacy

    private static let authority: [Entry] = [
        Entry(
            .authorityName,
            .text,
            .refused,
            #""Musterkreis, Der Landrat""#,
            "The authority that speaks in every message, as its imprint names it"
        ),
        Entry(
            .authorityAddress,
            .text,
            .refused,
            #""Kreisstraße 1, 12345 Musterstadt""#,
            "Its postal address, on one line"
        ),
        Entry(
            .authorityPhone,
            .text,
            .refused,
            #""0221 4710 001""#,
            "Its telephone number"
        ),
        Entry(
            .authorityEmail,
            .address,
            .refused,
            #""info@kreis.example""#,
            "Its general address. A row of the schedule that has it gets no message"
        ),
        Entry(
            .authorityWebsite,
            .page,
            .refused,
            #""https://www.kreis.example""#,
            "Its website"
        ),
        Entry(
            .authorityImprint,
            .page,
            .refused,
            #""https://www.kreis.example/impressum""#,
            "Its imprint, linked in every message"
        ),
        Entry(
            .authorityPrivacy,
            .page,
            .refused,
            #""https://www.kreis.example/datenschutz-termine""#,
            "Its privacy notice, linked in every message. `check --links` looks whether it names this channel"
        ),
        Entry(
            .hotlinePhone,
            .text,
            .refused,
            #""0221 4710 000""#,
            "The number for questions about the message"
        ),
        Entry(
            .hotlineHours,
            .text,
            .refused,
            #""täglich 8 bis 20 Uhr""#,
            "When somebody answers there, as the message says it"
        ),
    ]

    private static let sender: [Entry] = [
        Entry(
            .senderFrom,
            .mailbox,
            .refused,
            #""Musterkreis Terminservice <termine@kreis.example>""#,
            "`From` of every message"
        ),
        Entry(
            .senderReplyTo,
            .address,
            .none("no `Reply-To`"),
            #""buergerservice@kreis.example""#,
            "`Reply-To`. Only with a template that invites answers"
        ),
        Entry(
            .senderEnvelopeFrom,
            .address,
            .none("the address of `from`"),
            #""ruecklauf@kreis.example""#,
            "`MAIL FROM`: where bounces go"
        ),
    ]

    private static let relay: [Entry] = [
        Entry(
            .relayURL,
            .text,
            .refused,
            #""smtp://mail.kreis.example:587""#,
            "The authority's mail relay. `smtp://` demands STARTTLS (port 587 if none is given), "
                + "`smtps://` is TLS from the first byte (port 465). No login in it"
        ),
        Entry(
            .relaySecurity,
            .choice(["tls", "none"]),
            .text("tls"),
            #""tls""#,
            "`none` sends in clear text, and is only allowed for 127.0.0.1, ::1 and localhost"
        ),
        Entry(
            .relayUsername,
            .text,
            .none("no login"),
            #""termine""#,
            "Login at the relay. Needs a password (`password_file`, `password_credential` or `password_env`) or a token "
                + "(`token_file` or `token_command`), and TLS. docs/relay-login.md tells more"
        ),
        Entry(
            .relayPasswordFile,
            .text,
            .none("no login"),
            #""/etc/einzelpost/password""#,
            "File that holds the password, readable for its owner alone (mode 0600). The path is "
                + "relative to the configuration file"
        ),
        Entry(
            .relayPasswordVariable,
            .text,
            .none("no login"),
            #""EINZELPOST_PASSWORD""#,
            "Environment variable that holds the password. Not beside `password_file`"
        ),
        Entry(
            .relayPasswordCredential,
            .text,
            .none("no login"),
            #""relay-password""#,
            "The password from the service manager: the name of a credential (`LoadCredential=`, systemd.exec(5)). "
                + "Not beside `password_file`"
        ),
        Entry(
            .relayLogin,
            .choice(LoginMechanism.allCases.map(\.rawValue)),
            .none("whichever the relay offers of those that fit password or token"),
            #""plain""#,
            "The only way to log in that is tried: `plain` and `login` take a password, `xoauth2` and "
                + "`oauthbearer` a token"
        ),
        Entry(
            .relayTokenFile,
            .text,
            .none("no login"),
            #""/run/einzelpost/token""#,
            "File that holds a token instead of a password, mode 0600; something else keeps it new. It is read "
                + "again when the relay refuses the token"
        ),
        Entry(
            .relayTokenCommand,
            .texts,
            .none("no login"),
            #"["/usr/local/bin/relay-token", "--account", "termine"]"#,
            "Program that prints a token, and its arguments; run without a shell, at the beginning and when the "
                + "relay refuses the token. What the program itself contacts is the office's affair"
        ),
        Entry(
            .relayCAFile,
            .text,
            .none("the system's certificates"),
            #""/etc/einzelpost/ca.pem""#,
            "File with the certificates to trust instead of the system's"
        ),
        Entry(
            .relayClientCertificate,
            .text,
            .none("none is shown"),
            #""/etc/einzelpost/client.pem""#,
            "Our own certificate in PEM, with the ones that lead to its authority, for a relay that asks for it"
        ),
        Entry(
            .relayClientKey,
            .text,
            .none("the key stands in `client_certificate`"),
            #""/etc/einzelpost/client.key""#,
            "Its key in PEM, without a passphrase, readable for its owner alone (mode 0600)"
        ),
        Entry(
            .relayPinnedKey,
            .text,
            .none("any key that is certified"),
            #""sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=""#,
            "SHA-256 of the public key that the relay must show, beside a trusted certificate; several with a "
                + "semicolon between them. Any other stops sending. docs/relay-login.md shows how to compute it"
        ),
        Entry(
            .relayProfile,
            .choice(["bsi"]),
            .none("TLS 1.2 or newer, as the system's OpenSSL allows it"),
            #""bsi""#,
            "`bsi`: only what BSI TR-02102-2 recommends; a relay with less is refused before the login"
        ),
        Entry(
            .relayClientName,
            .text,
            .none("the host's fully qualified name"),
            #""termine.kreis.example""#,
            "What the program calls itself when it greets the relay (`EHLO`): a fully qualified name, "
                + "or an address in brackets. May change after an approval"
        ),
        Entry(
            .relayConnections,
            .number(1...64),
            .number(1),
            "4",
            "Connections to the relay at a time"
        ),
    ]

    private static let speed: [Entry] = [
        Entry(
            .pacePerMinute,
            .number(1...1_000_000_000),
            .none("no limit"),
            "60",
            "Messages in any 60 seconds, evenly spaced. The tightest of all limits rules; all are "
                + "counted across restarts"
        ),
        Entry(
            .pacePerHour,
            .number(1...1_000_000_000),
            .none("no limit"),
            "500",
            "Messages in any 60 minutes"
        ),
        Entry(
            .pacePerDay,
            .number(1...1_000_000_000),
            .none("no limit"),
            "10000",
            "Messages in any 24 hours"
        ),
        Entry(
            .pacePerDomainPerMinute,
            .number(1...1_000_000_000),
            .none("no limit"),
            "30",
            "Messages to one domain, or one provider's group of domains, in any 60 seconds. The forecast "
                + "cannot know these waits"
        ),
        Entry(
            .paceDomainGroups,
            .texts,
            .none("the large providers with several domains"),
            #"["schule.example gymnasium.example"]"#,
            "More groups of domains that share their limits: one text for each provider, its domains with "
                + "blanks between them"
        ),
        Entry(
            .cautionFirst,
            .number(0...1_000_000),
            .number(10),
            "10",
            "After this many messages sending pauses and looks at their verdicts. 0: no pause"
        ),
        Entry(
            .cautionPause,
            .number(0...86_400),
            .number(30),
            "30",
            "Length of that pause in seconds"
        ),
        Entry(
            .cautionStop,
            .number(0...100),
            .number(10),
            "10",
            "Sending stops when so many percent of the last 50 messages, or more, were refused. 0: never"
        ),
        Entry(
            .cautionCallHours,
            .number(1...168),
            .number(12),
            "12",
            "So many hours before an appointment, whoever is not told yet stands on `lists` as still "
                + "trying, so that somebody can begin to phone"
        ),
        Entry(
            .cautionHold,
            .number(0...86_400),
            .number(0),
            "300",
            "So many seconds lie between an approval and the first message: time to think again, and to stop "
                + "(`einzelpost stop`). 0: none"
        ),
    ]

    private static let rules: [Entry] = [
        Entry(
            .appointmentsTimeZone,
            .text,
            .text("Europe/Berlin"),
            #""Europe/Berlin""#,
            "Time zone of the appointments; dates and times of a schedule are read in it"
        ),
        Entry(
            .contentAllowedHosts,
            .texts,
            .none("the hosts of `website`, `imprint` and `privacy`"),
            #"["www.kreis.example"]"#,
            "Links in messages may lead to these hosts only"
        ),
        Entry(
            .contentNoticePage,
            .page,
            .none("the authority tells it nowhere else, and letters claim nothing"),
            #""https://www.kreis.example/terminabsage""#,
            "The page on which the authority tells in public that the appointments are cancelled; letters "
                + "lead there (`{{hinweisseite}}`). Set it only once the page says it"
        ),
        Entry(
            .contentTemplates,
            .text,
            .none("the templates that came with the program"),
            #""/etc/einzelpost/Templates""#,
            "The folder of message templates; `--templates` overrides it. The path is relative to the "
                + "configuration file"
        ),
        Entry(
            .contentTestAddresses,
            .texts,
            .none("no test mails"),
            #"["probe@kreis.example"]"#,
            "Where test mails may go (`send --test`): mailboxes of the authority. They may change after an approval"
        ),
        Entry(
            .approvalPeople,
            .number(1...2),
            .number(1),
            "2",
            "2: whoever planned a campaign, or gave an address in it, cannot approve it"
        ),
        Entry(
            .stateDirectory,
            .text,
            .none("`$XDG_STATE_HOME/einzelpost`"),
            #""/var/lib/einzelpost""#,
            "Where journal, keys, lock and signing key are kept; `--state` overrides it. The path is "
                + "relative to the configuration file"
        ),
        Entry(
            .stateWitness,
            .text,
            .none(
                "`$XDG_STATE_HOME/einzelpost-witness`, for a service `/var/lib/einzelpost-witness`"
            ),
            #""/var/lib/einzelpost-witness""#,
            "Where it is remembered how far the journal has come, so that one that was put back is not "
                + "sent from again. It must lie outside of the state directory, and not in its backups"
        ),
        Entry(
            .stateKeyFile,
            .text,
            .none("`keys` in the state directory"),
            #""/var/lib/einzelpost-keys/keys""#,
            "Where the keys of what is sealed in the journal are kept; the program writes it. It must not "
                + "be in any backup: whoever erases a campaign destroys its key, and a copy would keep it"
        ),
        Entry(
            .stateOfficeKeyFile,
            .text,
            .none("none; the keys lie open in their file"),
            #""/etc/einzelpost/office-key""#,
            "The office's own key, 64 hexadecimal digits, under which the keys are sealed; of mode 0600"
        ),
        Entry(
            .stateOfficeKeyCredential,
            .text,
            .none("none"),
            #""office-key""#,
            "The same from the service manager: the name of a credential (`LoadCredential=`, systemd.exec(5))"
        ),
        Entry(
            .retentionPeople,
            .number(1...3_650),
            .number(14),
            "14",
            "Days after a campaign's last appointment, until `erase --due` erases its people"
        ),
        Entry(
            .retentionNotified,
            .number(1...3_650),
            .number(90),
            "90",
            "Days after a campaign's last appointment, until it is forgotten who was told, so that "
                + "`already-notified` no longer knows them"
        ),
        Entry(
            .retentionLists,
            .number(1...3_650),
            .number(7),
            "7",
            "Days after the end of a campaign, by which lists and written messages must be destroyed"
        ),
        Entry(
            .languageProgram,
            .choice(Language.allCases.map(\.rawValue)),
            .none(
                "by `LC_ALL`, `LC_MESSAGES` or `LANG`; English where these name no language of the program"
            ),
            #""de""#,
            "The language in which the program speaks to whoever uses it; `--language` comes first"
        ),
    ]

    private static let console: [Entry] = [
        Entry(
            .consoleAddress,
            .page,
            .none("no `serve`"),
            #""https://termine.kreis.example""#,
            "Where people reach the pages through the reverse proxy; what comes under another name is refused (docs/console.md)"
        ),
        Entry(
            .consoleProxyUser,
            .text,
            .none("no `serve`"),
            #""www-data""#,
            "The account that the reverse proxy runs as. Nobody else is listened to on the socket"
        ),
        Entry(
            .consoleUserHeader,
            .text,
            .text("X-Remote-User"),
            #""X-Remote-User""#,
            "The header in which the proxy says who it is; it must take away what a browser sends under that name"
        ),
        Entry(
            .consolePeople,
            .lists(ConsoleRight.allCases.map(\.rawValue)),
            .none("nobody may do anything through `serve`"),
            #"{ "anna@kreis.example" = ["plan", "send", "lists"], "berta@kreis.example" = ["approve", "audit"] }"#,
            "Who may do what, by their names at the proxy; also as a section `[console.people]`"
        ),
        Entry(
            .consoleTheme,
            .text,
            .none("the program's own look"),
            #""/usr/share/kern""#,
            "The office's own copy of KERN, the design system of the administration: the folder with `kern.min.css`. The path is "
                + "relative to the configuration file"
        ),
    ]

    private static let blank = Absence.none("a marked blank in papers, and no such line in letters")

    private static let privacy: [Entry] = [
        Entry(
            .privacyOfficer,
            .text,
            blank,
            #""Behördliche Datenschutzbeauftragte des Musterkreises""#,
            "Whom people can ask about their data: an office rather than a name"
        ),
        Entry(.privacyOfficerPhone, .text, blank, #""0221 4710 002""#, "Its telephone number"),
        Entry(
            .privacyOfficerEmail,
            .address,
            blank,
            #""datenschutz@kreis.example""#,
            "Its address"
        ),
        Entry(
            .privacySupervisor,
            .text,
            blank,
            #""Landesbeauftragte für Datenschutz, Musterstraße 2, 12345 Musterstadt""#,
            "The authority that supervises data protection, to which people can complain"
        ),
        Entry(
            .privacyLegalBasis,
            .text,
            blank,
            #""Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 des Landesdatenschutzgesetzes""#,
            "On what basis appointments are cancelled by e-mail; the program does not know it"
        ),
        Entry(
            .privacyRelayOperator,
            .text,
            blank,
            #""Kommunales Rechenzentrum Muster, Musterstadt""#,
            "Who runs the mail relay"
        ),
        Entry(
            .privacyRelayContract,
            .text,
            blank,
            #""Vertrag nach Art. 28 DSGVO vom 1. Februar 2021""#,
            "The contract with whoever runs the relay, or why none is needed"
        ),
    ]
}
