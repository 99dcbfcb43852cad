extension StoredPhrases {
    /// Why a message stands where it stands, and why sending stopped.
    static let sending: [StoredPhrase] = [
        .init("stopped by the operator", "auf Wunsch"),
        .init(
            "the program ended in the middle",
            "das Programm wurde mittendrin beendet"
        ),
        .init(
            "no time is left for another attempt",
            "für einen weiteren Versuch reicht die Zeit nicht mehr"
        ),
        .init(
            "after an older journal was put back",
            "nachdem ein älteres Journal zurückgelegt wurde"
        ),
        .init("withdrawn by a person", "auf Wunsch zurückgezogen"),
        .init("ruled by a person", "von Hand festgestellt"),
        .init(
            "what was left when sending ended was unknown, and waits for a person",
            "was am Ende des Versands übrig war, ist ungewiss und wartet darauf, dass jemand es feststellt"
        ),
        .init(
            "messages shall go again, as a person said: einzelpost resume",
            "auf Wunsch gehen Nachrichten noch einmal: einzelpost resume"
        ),
        .init(
            "an older journal was put back, and whoever may have been told since waits for a person: einzelpost resolve",
            "ein älteres Journal wurde zurückgelegt; wer seitdem benachrichtigt sein kann, wartet darauf, dass jemand es feststellt: einzelpost resolve"
        ),
        .init("refused with {1}", "Antwort des Mailservers: {1}"),
        .init("deferred with {1}", "Antwort des Mailservers: {1}"),
        .init(
            "refused with {1}, which may be meant for the sender",
            "Antwort des Mailservers: {1}; das kann den Absender meinen"
        ),
        .init(
            "the relay ended the session with {1}",
            "der Mailserver hat die Verbindung mit {1} beendet"
        ),
        .init("the relay itself failed with {1}", "der Mailserver selbst meldete {1}"),
        .init(
            "the connection was lost before the message was out",
            "die Verbindung brach ab, bevor die Nachricht übergeben war"
        ),
        .init("connection lost", "Verbindung abgebrochen"),
        .init("hung up", "aufgelegt"),
        .init(
            "connection lost after the final dot",
            "die Verbindung brach nach der Übergabe ab, vor der Antwort"
        ),
        .init(
            "no reply to the final dot in time",
            "nach der Übergabe kam nicht rechtzeitig eine Antwort"
        ),
        .init(
            "the reply to the final dot could not be read",
            "die Antwort auf die Übergabe war nicht lesbar"
        ),
        .init(
            "the relay said no, and then answered the final dot once more",
            "der Mailserver lehnte ab und antwortete auf die Übergabe dann noch einmal"
        ),
        .init(
            "the program ended between the final dot and its reply",
            "das Programm endete zwischen der Übergabe und der Antwort"
        ),
        .init(
            "an older copy of the journal was put back, and this may have been sent since",
            "eine ältere Kopie des Journals wurde zurückgelegt; seitdem kann die Nachricht gesendet sein"
        ),
        .init(
            "no time is left: its appointment is too near, or has passed, or it has waited for days",
            "die Zeit reicht nicht mehr: Der Termin ist zu nah oder vorbei, oder die Nachricht wartet schon seit Tagen"
        ),
        .init(
            "{1} deliveries are unknown and wait for a person: einzelpost resolve",
            "{1} Nachrichten sind ungewiss und warten darauf, dass jemand es feststellt: einzelpost resolve"
        ),
        .init("after the program had ended", "nach dem Ende des Programms"),
        .init(
            "the relay hung up on 1 message again and again and took the others: row {1}. They are still open: try them again with resume, or reach these people another way",
            "Bei 1 Nachricht legte der Mailserver immer wieder auf; die anderen nahm er an: Zeile {1}. Sie ist noch offen: Versuchen Sie es noch einmal mit resume, oder erreichen Sie die Person auf anderem Weg"
        ),
        .init(
            "the relay hung up on {1} messages again and again and took the others: row {2}. They are still open: try them again with resume, or reach these people another way",
            "Bei {1} Nachrichten legte der Mailserver immer wieder auf; die anderen nahm er an: Zeile {2}. Sie sind noch offen: Versuchen Sie es noch einmal mit resume, oder erreichen Sie diese Personen auf anderem Weg"
        ),
        .init("the connection was lost", "die Verbindung brach ab"),
        .init(
            "the relay refuses this sender or session with {1}",
            "der Mailserver lehnt diesen Absender oder diese Verbindung ab ({1}); fragen Sie seinen Betreiber, dann geht es weiter mit resume"
        ),
        .init(
            "the relay refused the session with {1}",
            "der Mailserver lehnte die Verbindung ab ({1})"
        ),
        .init(
            "the relay refused {1} different recipients in a row with {2}, so it may mean the sender, the login or a quota. Nobody has been marked as refused for it: ask the relay's operator, then go on with resume",
            "der Mailserver hat {1} verschiedene Empfänger nacheinander abgelehnt ({2}); vielleicht meint er den Absender, die Anmeldung oder ein Kontingent. Niemand gilt deshalb als abgelehnt: Fragen Sie seinen Betreiber, dann geht es weiter mit resume"
        ),
        .init(
            "the relay refused a recipient, and then the sender's own address too, with {1}, so it may mean the sender, the login or a quota. Nobody has been marked as refused for it: ask the relay's operator, then go on with resume",
            "der Mailserver hat einen Empfänger abgelehnt und danach auch die Adresse des Absenders ({1}); vielleicht meint er den Absender, die Anmeldung oder ein Kontingent. Niemand gilt deshalb als abgelehnt: Fragen Sie seinen Betreiber, dann geht es weiter mit resume"
        ),
        .init(
            "the relay refused {1} of the last {2} messages",
            "der Mailserver hat {1} der letzten {2} Nachrichten abgelehnt"
        ),
        .init(
            "{1}, {2} times in a row in {3} minutes",
            "{1}, {2}-mal hintereinander in {3} Minuten"
        ),
        .init("{1}, {2} times in a row", "{1}, {2}-mal hintereinander"),
        .init(
            "row {1}: the message was not sent: it is not what was approved",
            "Zeile {1}: Die Nachricht wurde nicht gesendet: Sie ist nicht das, was freigegeben ist"
        ),
        .init(
            "row {1}: the message was not sent: it is not what was planned",
            "Zeile {1}: Die Nachricht wurde nicht gesendet: Sie ist nicht das, was geplant ist"
        ),
        .init(
            "row {1}: the message was not sent: {2}",
            "Zeile {1}: Die Nachricht wurde nicht gesendet: {2}"
        ),
        .init(
            "row {1}: {2}. Sending has stopped for good: keep the state directory as it is and tell whoever is responsible for data protection",
            "Zeile {1}: {2}. Der Versand ist endgültig angehalten: Lassen Sie das Zustandsverzeichnis, wie es ist, und verständigen Sie die oder den Datenschutzbeauftragten"
        ),
        .init(
            "the relay takes messages of {1} octets at most, and the one for row {2} has {3}. Nobody has been marked as refused for it: shorten the letter and plan again, or ask the relay's operator for a higher limit, then go on with resume",
            "der Mailserver nimmt Nachrichten bis {1} Byte an, und die zu Zeile {2} hat {3}. Niemand gilt deshalb als abgelehnt: Kürzen Sie das Schreiben und planen Sie neu, oder bitten Sie den Betreiber um eine höhere Grenze; dann geht es weiter mit resume"
        ),
    ]

    /// Why no connection to the relay could be had.
    static let relay: [StoredPhrase] = [
        .init(
            "{1} is not known to the name service. Check [relay] url and the network.",
            "{1} ist im Netz nicht bekannt. Prüfen Sie [relay] url und das Netzwerk."
        ),
        .init(
            "{1} cannot be reached ({2}). Check [relay] url, the network and the firewall.",
            "Der Mailserver {1} ist nicht erreichbar ({2}). Prüfen Sie [relay] url, das Netzwerk und die Firewall."
        ),
        .init(
            "{1} did not answer in time. Check [relay] url and the firewall, or try again later.",
            "Der Mailserver {1} hat nicht rechtzeitig geantwortet. Prüfen Sie [relay] url und die Firewall, oder versuchen Sie es später noch einmal."
        ),
        .init(
            "{1} closed the connection before it was ready. Try again; if the problem persists, ask the relay's operator whether this host may connect.",
            "Der Mailserver {1} hat die Verbindung geschlossen, bevor sie bereit war. Versuchen Sie es noch einmal; bleibt es dabei, fragen Sie seinen Betreiber, ob dieser Rechner sich verbinden darf."
        ),
        .init(
            "{1} sent more than it may before encryption (RFC 3207). Somebody may sit in between; ask the relay's operator.",
            "Der Mailserver {1} hat vor der Verschlüsselung mehr gesendet, als er darf. Vielleicht sitzt jemand dazwischen; fragen Sie seinen Betreiber."
        ),
        .init(
            "{1} does not want this connection; it answered {2}. Ask the relay's operator whether this host may send.",
            "Der Mailserver {1} lehnt diese Verbindung ab; er antwortete {2}. Fragen Sie seinen Betreiber, ob dieser Rechner senden darf."
        ),
        .init(
            "{1} does not want this connection; it gave no answer. Ask the relay's operator whether this host may send.",
            "Der Mailserver {1} lehnt diese Verbindung ab, ohne zu antworten. Fragen Sie seinen Betreiber, ob dieser Rechner senden darf."
        ),
        .init(
            "{1} offers no encryption (STARTTLS). Nothing was sent. Use the relay's submission port, or ask its operator.",
            "Der Mailserver {1} bietet keine Verschlüsselung an. Es wurde nichts gesendet. Nehmen Sie den Port für die Einlieferung (meist 587), oder fragen Sie seinen Betreiber."
        ),
        .init(
            "The certificate of {1} is not to be trusted ({2}). Check the host name in [relay] url; for an authority's own CA set ca_file.",
            "Dem Zertifikat von {1} ist nicht zu trauen ({2}). Prüfen Sie den Rechnernamen in [relay] url; für eine eigene Zertifizierungsstelle der Behörde tragen Sie ca_file ein."
        ),
        .init(
            "The certificates in [relay] ca_file cannot be read. Check that the file exists, is readable, and holds PEM certificates.",
            "Die Zertifikate in [relay] ca_file sind nicht lesbar. Prüfen Sie, ob es die Datei gibt, ob sie lesbar ist und PEM-Zertifikate enthält."
        ),
        .init(
            "{1} and this host found no common TLS, 1.2 or newer ({2}). {3}",
            "Der Mailserver {1} und dieser Rechner fanden keine gemeinsame Verschlüsselung (TLS 1.2 oder neuer; {2}). {3}"
        ),
        .init(
            "Ports 587 and 25 mostly begin in clear text: then write smtp:// in [relay] url, which encrypts all the same (STARTTLS). Otherwise ask the relay's operator.",
            "Die Ports 587 und 25 beginnen meist unverschlüsselt: Schreiben Sie dann smtp:// in [relay] url; verschlüsselt wird trotzdem. Sonst fragen Sie den Betreiber."
        ),
        .init(
            "Check the port, or ask the relay's operator.",
            "Prüfen Sie den Port, oder fragen Sie den Betreiber."
        ),
        .init(
            "{1} did not accept the login; it answered {2}. Try again later.",
            "Der Mailserver {1} hat die Anmeldung nicht angenommen; er antwortete {2}. Versuchen Sie es später noch einmal."
        ),
        .init(
            "{1} did not accept the login; it answered {2}. Check [relay] username and password before trying again.",
            "Der Mailserver {1} hat die Anmeldung nicht angenommen; er antwortete {2}. Prüfen Sie username und Passwort in [relay], bevor Sie es noch einmal versuchen."
        ),
        .init(
            "{1} did not accept the login; it gave no answer. Check [relay] username and password before trying again.",
            "Der Mailserver {1} hat die Anmeldung nicht angenommen und nicht geantwortet. Prüfen Sie username und Passwort in [relay], bevor Sie es noch einmal versuchen."
        ),
        .init(
            "{1} offers no login, but one is configured. Use the relay's submission port, or remove [relay] username.",
            "Der Mailserver {1} bietet keine Anmeldung an, obwohl eine eingetragen ist. Nehmen Sie den Port für die Einlieferung (meist 587), oder entfernen Sie username aus [relay]."
        ),
        .init(
            "{1} lets nobody log in with a user name and password (PLAIN, LOGIN); it offers only other ways. Ask its operator for a submission account with a password (SMTP AUTH), or for a relay that takes mail from this host without a login.",
            "Am Mailserver {1} kann sich niemand mit Benutzername und Passwort anmelden. Bitten Sie seinen Betreiber um ein Konto mit Passwort (SMTP AUTH), oder um einen Mailserver, der von diesem Rechner ohne Anmeldung Post annimmt."
        ),
        .init(
            "{1} lets nobody log in with a user name and password (PLAIN, LOGIN); it offers only {2}. Ask its operator for a submission account with a password (SMTP AUTH), or for a relay that takes mail from this host without a login.",
            "Am Mailserver {1} kann sich niemand mit Benutzername und Passwort anmelden, nur mit {2}. Bitten Sie seinen Betreiber um ein Konto mit Passwort (SMTP AUTH), oder um einen Mailserver, der von diesem Rechner ohne Anmeldung Post annimmt."
        ),
        .init(
            "{1} says nothing and waits for TLS, while smtp:// waits for its greeting. Write smtps:// in [relay] url.",
            "Der Mailserver {1} wartet von Anfang an auf Verschlüsselung, smtp:// dagegen auf seine Begrüßung. Schreiben Sie smtps:// in [relay] url."
        ),
        .init(
            "{1} does not speak SMTP as it should. Check host and port in [relay] url.",
            "{1} verhält sich nicht wie ein Mailserver. Prüfen Sie Rechner und Port in [relay] url."
        ),
        .init(
            "{1} is another host, and the connection would not be encrypted. Set [relay] security to \"tls\".",
            "{1} ist ein anderer Rechner, und die Verbindung wäre nicht verschlüsselt. Setzen Sie security in [relay] auf \"tls\"."
        ),
        .init(
            "The host or port in [relay] url cannot be one. Write it as smtp://host:port.",
            "Rechner oder Port in [relay] url können nicht stimmen. Schreiben Sie smtp://rechner:port."
        ),
        .init(
            "No connection to {1} could be prepared on this host. Check memory, open files, and that libcurl is 7.85 or newer with SMTP.",
            "Auf diesem Rechner ließ sich keine Verbindung zu {1} vorbereiten. Prüfen Sie Speicher, offene Dateien, und ob libcurl 7.85 oder neuer mit SMTP vorhanden ist."
        ),
    ]
}
