/// Which layout a file is read with: the operator's `--profile`.
package enum ProfileChoice: Hashable, Sendable {
    /// A built-in one, if the header is of its layout.
    case automatic
    /// None, even if one would fit.
    case none
    /// The operator's own word.
    case chosen(ImportProfile)

    /// The profile for a file with this header row, or nil.
    package func profile(for headers: [String]) -> ImportProfile? {
        switch self {
        case .automatic: ImportProfile.recognised(in: headers)
        case .none: nil
        case .chosen(let profile): profile
        }
    }

    /// Whether a row is surely the header, because a layout asks for just these columns.
    func recognises(_ cells: [String]) -> Bool {
        switch self {
        case .automatic: ImportProfile.recognised(in: cells) != nil
        case .none: false
        case .chosen(let profile): profile.recognises(cells)
        }
    }

    /// What the chosen profile says that a header means, or nil.
    func field(of header: String) -> ScheduleField? {
        guard case .chosen(let profile) = self, !header.isEmpty else { return nil }
        return ScheduleField.allCases.first { field in
            profile.columns[field]?.contains { !$0.columns(among: [header]).isEmpty } ?? false
        }
    }
}
