import Synchronization

/// A letter as Mustache renders it for every recipient of one shape, with marks where their texts come.
struct LetterForm {
    let subject: MarkedSubject
    let text: MarkedText
    let html: MarkedText?
    /// The first placeholder that these recipients have no value for; then nothing can be written to them.
    let missing: String?

    init(_ rendered: FilledLetter) {
        subject = MarkedSubject(rendered.subject)
        text = MarkedText(rendered.text)
        html = rendered.html.map(MarkedText.init)
        let texts = [rendered.subject, rendered.text, rendered.html ?? ""]
        missing = texts.lazy.compactMap(MissingValue.first).first
    }
}

/// The subject of a form.
struct MarkedSubject {
    private enum Piece {
        case fixed(String)
        case text(Int)
    }

    private var pieces: [Piece] = []

    init(_ rendered: String) {
        var fixed = ""
        for scalar in rendered.unicodeScalars {
            guard let number = TextMark.number(scalar) else {
                fixed.unicodeScalars.append(scalar)
                continue
            }
            pieces += [.fixed(fixed), .text(number)]
            fixed = ""
        }
        pieces.append(.fixed(fixed))
    }

    func filled(with texts: [String]) -> String {
        var filled = ""
        for piece in pieces {
            switch piece {
            case .fixed(let text): filled += text
            case .text(let number): filled += texts[number]
            }
        }
        return filled
    }
}

/// The forms of one letter, each made when the first recipient of its shape comes.
final class LetterForms: Sendable {
    private let forms = Mutex<[LetterShape: LetterForm]>([:])

    /// A few in any campaign; but the number of appointments is part of a shape.
    private static let most = 256

    /// Nil if there are too many shapes to keep their forms.
    func form(
        of values: LetterValues,
        rendering render: ([String: any Sendable]) -> FilledLetter
    ) -> LetterForm? {
        let shape = LetterShape(values)
        if let form = forms.withLock({ $0[shape] }) { return form }
        let form = LetterForm(render(values.marked))
        return forms.withLock { forms in
            guard forms.count < Self.most else { return nil }
            forms[shape] = form
            return form
        }
    }
}

/// The texts of one message, as they go into it.
///
/// Personal data.
struct EncodedLetter {
    let subject: String
    let text: TransferEncoding
    let html: TransferEncoding?

    init(_ filled: FilledLetter) {
        subject = filled.subject
        text = .shortest(for: filled.text)
        html = filled.html.map(TransferEncoding.shortest)
    }

    /// Nil if a part may be shorter in base64.
    init?(_ form: LetterForm, filledWith texts: [String]) {
        let plain = texts.map { Array($0.utf8) }
        guard let text = form.text.quotedPrintable(filledWith: plain) else { return nil }
        self.text = TransferEncoding(quotedPrintable: text)
        if let html = form.html {
            let escaped = zip(texts, plain).map { text, plain in
                EscapedForHTML.isNeeded(plain)
                    ? Array(EscapedForHTML().escapeText(text).utf8) : plain
            }
            guard let html = html.quotedPrintable(filledWith: escaped) else { return nil }
            self.html = TransferEncoding(quotedPrintable: html)
        } else {
            html = nil
        }
        subject = form.subject.filled(with: texts)
    }
}
