/// How the bytes of a schedule spell characters.
///
/// The raw values are the words of `--encoding`.
package enum ScheduleEncoding: String, CaseIterable, Hashable, Sendable, Codable {
    case utf8 = "utf-8"
    /// UTF-8 that begins with a byte order mark, as Excel writes it.
    case utf8WithMark = "utf-8-sig"
    /// Little-endian, with or without a byte order mark: what Excel calls "Unicode Text".
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// What German Excel calls "CSV (Trennzeichen-getrennt)".
    case windows1252 = "windows-1252"
    /// Central European Windows: Polish, Czech, Hungarian, Croatian. Never found, only chosen:
    /// most of its bytes are letters of Windows-1252, too.
    case windows1250 = "windows-1250"
    case iso8859_15 = "iso-8859-15"
    /// What Excel calls "CSV (MS-DOS)".
    case cp850
    /// What Excel calls "CSV (Macintosh)".
    case macintosh

    /// Nil for the forms of Unicode.
    var codePage: CodePage? {
        switch self {
        case .utf8, .utf8WithMark, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1252: .windows1252
        case .windows1250: .windows1250
        case .iso8859_15: .iso8859_15
        case .cp850: .cp850
        case .macintosh: .macintosh
        }
    }

    /// Those without a mark and without a pattern that proves them.
    static let codePages: [Self] = [
        .windows1252, .iso8859_15, .cp850, .macintosh, .windows1250,
    ]
}
