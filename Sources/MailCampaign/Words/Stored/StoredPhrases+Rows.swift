extension StoredPhrases {
    /// Why a row has its class.
    static let rows: [StoredPhrase] = [
        .init("Not on a chosen day.", "An keinem gewählten Tag."),
        .init("Another service.", "Eine andere Leistung."),
        .init("Another site.", "Ein anderer Ort."),
        .init("The status says so.", "So steht es im Status."),
        .init(
            "The appointment has begun or is over.",
            "Der Termin hat begonnen oder ist vorbei."
        ),
        .init(
            "The same appointment as in an earlier row.",
            "Derselbe Termin wie in einer früheren Zeile."
        ),
        .init("Told by an earlier campaign.", "Durch eine frühere Aktion benachrichtigt."),
        .init(
            "Taken for a real person because of --real.",
            "Wegen --real als wirkliche Person behandelt."
        ),
        .init(
            "The name or address is one of a test or of a blocked slot. If it is a real person, plan with --real and the row's number.",
            "Name oder Adresse sehen nach Test oder Sperrzeit aus. Ist es eine wirkliche Person, planen Sie mit --real und der Nummer der Zeile."
        ),
        .init(
            "The row names a further person, who would not be told. Give each person a row of their own.",
            "Die Zeile nennt eine weitere Person, die keine Nachricht bekäme. Geben Sie jeder Person eine eigene Zeile."
        ),
        .init(
            "The service or the site is empty. Find out whether the appointment is one of those that are cancelled.",
            "Leistung oder Ort fehlen. Klären Sie, ob der Termin zu den abgesagten gehört."
        ),
        .init(
            "An earlier campaign has told somebody at this address, under another name or none, of an appointment at this time and site. The same person: --leave-out. Somebody else: --send with the address.",
            "Eine frühere Aktion hat unter dieser Adresse jemanden mit anderem oder ohne Namen zu einem Termin zu dieser Zeit an diesem Ort benachrichtigt. Ist es dieselbe Person: --leave-out. Ist es jemand anderes: --send mit der Adresse."
        ),
        .init(
            "The form was begun and not sent. Find out whether there is an appointment at all.",
            "Das Formular wurde begonnen und nicht abgeschickt. Klären Sie, ob es überhaupt einen Termin gibt."
        ),
        .init(
            "The name or the site was encoded twice: a letter such as \"ü\" shows as two characters. Correct the cell.",
            "Name oder Ort wurden zweimal kodiert: Ein Buchstabe wie „ü“ erscheint als zwei Zeichen. Berichtigen Sie die Zelle."
        ),
        .init(
            "The name, the site or the reference holds a tag, or text that was escaped for a web page or a mail. Correct the cell.",
            "In Name, Ort oder Buchungsnummer stehen Zeichen aus einer Webseite oder E-Mail. Berichtigen Sie die Zelle."
        ),
        .init(
            "The status leaves open whether the appointment still stands. Find out, and correct it.",
            "Der Status lässt offen, ob der Termin noch besteht. Klären Sie es, und berichtigen Sie ihn."
        ),
        .init(
            "The status is not known. Find out whether the appointment still stands.",
            "Der Status ist unbekannt. Klären Sie, ob der Termin noch besteht."
        ),
        .init(
            "The name holds a \"?\" or \"\u{FFFD}\", perhaps for a letter that was lost; no message uses it.",
            "Im Namen steht ein „?“ oder „\u{FFFD}“, vielleicht für einen verlorenen Buchstaben; keine Nachricht verwendet ihn."
        ),
        .init(
            "The row has {1} fields, the header has {2}. Export it again, or repair this line.",
            "Die Zeile hat {1} Felder, die Überschrift {2}. Exportieren Sie noch einmal, oder reparieren Sie diese Textzeile."
        ),
        .init(
            "The cell holds bytes that are no text in the encoding of the file. Export it again, or correct the cell.",
            "In der Zelle stehen Zeichen, die in der Kodierung der Datei kein Text sind. Exportieren Sie noch einmal, oder berichtigen Sie die Zelle."
        ),
        .init(
            "The time zone of the row is not known. Find out when the appointment is.",
            "Die Zeitzone der Zeile ist unbekannt. Klären Sie, wann der Termin ist."
        ),
        .init(
            "name, site or reference holds a link, or a leftover such as #NV or {{…}}",
            "In Name, Ort oder Buchungsnummer steht ein Link oder ein Überbleibsel wie #NV oder {{…}}."
        ),
        .init(
            "a person decided: no message, to be phoned",
            "Entschieden: keine Nachricht, anrufen"
        ),
        .init(
            "left out by a person; must be reached another way",
            "Entschieden: ohne Nachricht; auf anderem Weg zu erreichen."
        ),
        .init(
            "a person decided: fine, a message as planned",
            "Entschieden: in Ordnung, Nachricht wie geplant."
        ),
        .init(
            "a person decided: a message to an address, and for a start, given by hand",
            "Entschieden: Nachricht an eine von Hand eingegebene Adresse, mit von Hand eingegebenem Beginn."
        ),
        .init(
            "a person decided: a message to an address given by hand",
            "Entschieden: Nachricht an eine von Hand eingegebene Adresse."
        ),
    ]

    /// What is wrong with an address.
    static let addresses: [StoredPhrase] = [
        .init(
            "No address: call this person.",
            "Keine Adresse: Rufen Sie diese Person an."
        ),
        .init(
            "Neither address nor phone number: write, or put up a notice at the door.",
            "Weder Adresse noch Telefonnummer: Schreiben Sie einen Brief, oder machen Sie einen Aushang."
        ),
        .init(
            "{1} Reach this person another way.",
            "{1} Erreichen Sie die Person auf anderem Weg."
        ),
        .init(
            "A made-up address: mail would reach a stranger.",
            "Eine erfundene Adresse: Die Nachricht käme bei einem Fremden an."
        ),
        .init("Several addresses in one cell.", "Mehrere Adressen in einer Zelle."),
        .init(
            "This program cannot send to an address with letters in front of the \"@\" that are not ASCII.",
            "An eine Adresse mit Umlauten oder anderen besonderen Buchstaben vor dem „@“ kann dieses Programm nicht senden."
        ),
        .init(
            "The address stands on five or more different people.",
            "Die Adresse steht bei fünf oder mehr verschiedenen Personen."
        ),
        .init(
            "The address is the authority's own.",
            "Das ist eine Adresse der Behörde selbst."
        ),
        .init(
            "A character that nobody sees (U+{1}) stands inside the address. Find out the address, and correct the cell.",
            "In der Adresse steht ein unsichtbares Zeichen (U+{1}). Klären Sie die Adresse, und berichtigen Sie die Zelle."
        ),
        .init(
            "An apostrophe stands in front of the address. It may belong to it, or be a spreadsheet's. Find out, and correct the cell.",
            "Vor der Adresse steht ein Apostroph. Er kann dazugehören oder aus der Tabellenkalkulation stammen. Klären Sie es, und berichtigen Sie die Zelle."
        ),
        .init(
            "The cell is not one address with one \"@\".",
            "In der Zelle steht nicht eine Adresse mit einem „@“."
        ),
        .init(
            "The part in front of the \"@\" is not valid.",
            "Der Teil vor dem „@“ ist nicht gültig."
        ),
        .init(
            "The part behind the \"@\" is not a domain name.",
            "Der Teil hinter dem „@“ ist kein Domainname."
        ),
        .init(
            "The address is longer than mail allows.",
            "Die Adresse ist länger, als E-Mail erlaubt."
        ),
        .init(
            "The address holds a \"?\" or \"\u{FFFD}\", perhaps for a letter that was lost.",
            "In der Adresse steht ein „?“ oder „\u{FFFD}“, vielleicht für einen verlorenen Buchstaben."
        ),
        .init(
            "The cell seems to hold an address with a word such as \"(at)\" for its \"@\". Nothing is guessed: if that is so, write the \"@\".",
            "In der Zelle scheint eine Adresse zu stehen, mit einem Wort wie „(at)“ statt „@“. Geraten wird nichts: Ist es so, schreiben Sie das „@“."
        ),
        .init("The cell holds a NUL character.", "In der Zelle steht ein Nullzeichen."),
        .init("The cell holds a line break.", "In der Zelle steht ein Zeilenumbruch."),
        .init("The cell holds a control character.", "In der Zelle steht ein Steuerzeichen."),
        .init(
            "The domain of the address ends in a top-level domain that does not exist. Find out the address, and correct the cell.",
            "Die Adresse endet auf etwas, das es nicht gibt. Klären Sie die Adresse, und berichtigen Sie die Zelle."
        ),
        .init(
            "The domain of the address is probably misspelt: is {1} meant? Mail to it may reach a stranger. Find out the address, and correct the cell.",
            "In der Adresse ist der Anbieter vermutlich falsch geschrieben: Ist {1} gemeint? Die Nachricht könnte bei einem Fremden ankommen. Klären Sie die Adresse, und berichtigen Sie die Zelle."
        ),
        .init(
            "The domain of the address mixes letters of two alphabets, some of which look alike. Mail to it may reach a stranger. Find out the address, and correct the cell.",
            "In der Adresse sind Buchstaben zweier Alphabete gemischt, die sich gleichen. Die Nachricht könnte bei einem Fremden ankommen. Klären Sie die Adresse, und berichtigen Sie die Zelle."
        ),
        .init(
            "The domain of the address is written in Cyrillic or Greek letters that look like Latin ones. Mail to it may reach a stranger. Find out the address, and correct the cell.",
            "Die Adresse enthält kyrillische oder griechische Buchstaben, die wie lateinische aussehen. Die Nachricht könnte bei einem Fremden ankommen. Klären Sie die Adresse, und berichtigen Sie die Zelle."
        ),
        .init(
            "The domain of the address has letters beyond ASCII, and the encoding of the file is a guess. Look at them with preview, and plan with --encoding.",
            "Die Adresse hat hinter dem „@“ besondere Buchstaben, und die Kodierung der Datei ist nur vermutet. Sehen Sie sie mit preview an, und planen Sie mit --encoding."
        ),
    ]
}
