/// The inline styles a letter may use: a closed list of properties and of their values.
///
/// Nothing in it can hide a word, shrink it, move it, or lay another one over it; whatever is not in
/// the list is refused, so that nobody needs to know what it would do.
enum PlainStyle {
    /// The declarations of an inline style that are not in the list.
    static func refused(in style: String) -> [String] {
        declarations(of: style).filter { declaration in
            let parts = declaration.split(separator: ":", maxSplits: 1).map {
                String($0).trimmed.lowercased()
            }
            return parts.count < 2 || !(allowed[parts[0]]?.takes(parts[1]) ?? false)
        }
    }

    /// How much larger than around it a style makes letters; nil where it says nothing of it, or gives
    /// them a size of their own.
    static func growth(in style: String) -> Double? {
        let size = declarations(of: style).map { $0.lowercased().split(separator: ":") }
            .last { $0.first.map { String($0).trimmed } == "font-size" }?.last
            .map { String($0).trimmed }
        guard let size, let length = StyleLength(size) else { return nil }
        switch length.unit {
        case "em": return length.number
        case "%": return length.number / 100
        default: return nil
        }
    }

    private static func declarations(of style: String) -> [String] {
        style.split(separator: ";").map { declaration in
            declaration.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    private static let sides = ["", "-top", "-right", "-bottom", "-left"]

    private static let allowed: [String: Values] = {
        var all: [String: Values] = [
            "color": .one { StyleColour($0)?.isDark ?? false },
            "background-color": .one(isBackground), "background": .one(isBackground),
            "font-family": .list(families.contains),
            "font-size": .one { StyleLength($0)?.isReadable ?? false },
            "font-weight": .one(["normal", "bold", "400", "500", "600", "700"].contains),
            "font-style": .one(["normal", "italic"].contains),
            "line-height": .one { Double($0).map((1.0...2.0).contains) ?? false },
            "text-align": .one(["left", "right", "center", "start", "end"].contains),
            "text-decoration": .one(["none", "underline"].contains),
            "vertical-align": .one(["baseline", "top", "middle", "bottom"].contains),
            "list-style-type": .one(["disc", "circle", "square"].contains),
            "border-collapse": .one(["collapse", "separate"].contains),
            "border-spacing": .one(isSpace), "border-radius": .one(isSpace),
            "overflow-wrap": .one(["break-word", "normal"].contains),
            "word-wrap": .one(["break-word", "normal"].contains),
            "width": .one { StyleLength($0)?.isWidth ?? false },
            "max-width": .one { StyleLength($0)?.isWidth ?? false },
        ]
        for side in sides {
            all["margin" + side] = .upToFour { $0 == "auto" || isSpace($0) }
            all["padding" + side] = .upToFour(isSpace)
            all["border" + side] = .border
        }
        return all
    }()

    /// Those that show letters; not those that show symbols in their place.
    private static let families: Set<String> = [
        "arial", "calibri", "cambria", "courier new", "georgia", "helvetica", "helvetica neue",
        "lucida sans unicode", "roboto", "segoe ui", "system-ui", "tahoma", "times",
        "times new roman", "trebuchet ms", "verdana", "sans-serif", "serif", "monospace",
    ]

    private static func isBackground(_ value: String) -> Bool {
        StyleColour(value)?.isLight ?? false
    }

    private static func isSpace(_ value: String) -> Bool {
        value == "0" || (StyleLength(value)?.isSpace ?? false)
    }

    /// What may stand behind a property's name, in small letters.
    private enum Values {
        case one(@Sendable (String) -> Bool)
        /// Between blanks.
        case upToFour(@Sendable (String) -> Bool)
        /// Between commas, in quotes or not.
        case list(@Sendable (String) -> Bool)
        /// `none`, or width, line and colour in this order.
        case border

        func takes(_ value: String) -> Bool {
            let words = value.split(separator: " ").map(String.init)
            switch self {
            case .one(let isAllowed): return isAllowed(value)
            case .upToFour(let isAllowed):
                return (1...4).contains(words.count) && words.allSatisfy(isAllowed)
            case .list(let isAllowed):
                return value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
                    isAllowed(Self.unquoted(String($0).trimmed))
                }
            case .border:
                return value == "none" || value == "0"
                    || words.count == 3 && (StyleLength(words[0])?.isLine ?? false)
                        && ["solid", "dotted", "dashed"].contains(words[1])
                        && StyleColour(words[2]) != nil
            }
        }

        private static func unquoted(_ name: String) -> String {
            for quote in ["'", "\""] where name.hasPrefix(quote) && name.hasSuffix(quote) {
                return String(name.dropFirst().dropLast())
            }
            return name
        }
    }
}
