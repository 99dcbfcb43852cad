/// Which of a letter's values a recipient has, and how many appointments: everything of them but the
/// texts themselves.
///
/// Letters to recipients of one shape differ in these texts alone.
struct LetterShape: Hashable {
    private var marks: [UInt8] = []

    init(_ values: LetterValues) {
        add(values)
    }

    private mutating func add(_ values: LetterValues) {
        for entry in values.entries {
            switch entry.value {
            case .text: marks.append(0)
            case .missing: marks.append(1)
            case .flag(let isSet): marks.append(isSet ? 3 : 2)
            case .list(let list):
                // Each inner one ends by itself, since all have the same entries.
                marks.append(4)
                for inner in list { add(inner) }
                marks.append(5)
            }
        }
    }
}

extension LetterValues {
    /// Every text, in the order in which `marked` numbers them.
    var texts: [String] {
        var texts: [String] = []
        addTexts(to: &texts)
        return texts
    }

    private func addTexts(to texts: inout [String]) {
        for entry in entries {
            switch entry.value {
            case .text(let text): texts.append(text)
            case .list(let list): for inner in list { inner.addTexts(to: &texts) }
            case .missing, .flag: break
            }
        }
    }

    /// For Mustache, with the texts themselves.
    var whole: [String: any Sendable] {
        var count = 0
        return values(&count) { text, _ in text }
    }

    /// For Mustache, with a mark in place of each text.
    var marked: [String: any Sendable] {
        var count = 0
        return values(&count) { _, number in String(TextMark.scalar(number)) }
    }

    private func values(
        _ count: inout Int,
        _ text: (String, Int) -> String
    ) -> [String: any Sendable] {
        var values: [String: any Sendable] = [:]
        for (placeholder, value) in entries {
            switch value {
            case .text(let own):
                values[placeholder.rawValue] = text(own, count)
                count += 1
            case .missing: values[placeholder.rawValue] = MissingValue(placeholder: placeholder)
            case .flag(let isSet): values[placeholder.rawValue] = isSet
            case .list(let list):
                values[placeholder.rawValue] = list.map { $0.values(&count, text) }
            }
        }
        return values
    }
}
