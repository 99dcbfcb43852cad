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
    private let pieces: [MarkedPiece<String>]

    init(_ rendered: String) {
        pieces = TextMark.pieces(of: rendered)
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

    /// A few in any campaign; but the number of appointments is part of a shape, so further ones are made anew
    /// each time.
    private static let most = 256

    func form(
        of values: LetterValues,
        rendering render: ([String: any Sendable]) -> FilledLetter
    ) -> LetterForm {
        let shape = LetterShape(values)
        if let form = forms.withLock({ $0[shape] }) { return form }
        let form = LetterForm(render(values.marked))
        forms.withLock { if $0.count < Self.most { $0[shape] = form } }
        return form
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
                HTMLText.isNeeded(plain) ? Array(HTMLText.escaped(text).utf8) : plain
            }
            guard let html = html.quotedPrintable(filledWith: escaped) else { return nil }
            self.html = TransferEncoding(quotedPrintable: html)
        } else {
            html = nil
        }
        subject = form.subject.filled(with: texts)
    }
}
