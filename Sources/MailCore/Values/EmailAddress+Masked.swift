extension EmailAddress {
    /// Enough to compare two addresses on a screen that others can see: `j•••r@e•••.org`.
    ///
    /// The first and the last character of the local part, if it has at least four, and of the
    /// domain the first one and what stands behind its last dot.
    package var masked: String {
        let local = text.prefix { $0 != "@" }
        let ends = local.count < 4 ? ("", "") : (String(local.prefix(1)), String(local.suffix(1)))
        let top = domain.split(separator: ".").last.map { ".\($0)" } ?? ""
        return "\(ends.0)•••\(ends.1)@\(domain.prefix(1))•••\(top)"
    }
}
