extension String {
    /// On one line, without characters that a terminal would obey or nobody sees.
    package var safeToShow: String {
        let scalars = trimmed.onOneLine.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
                .unassigned:
                false
            default: true
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
