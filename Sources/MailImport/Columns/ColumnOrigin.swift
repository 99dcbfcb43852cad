/// Who says which column a field is taken from.
package enum ColumnOrigin: String, Hashable, Sendable {
    /// The operator's `--map`.
    case option
    /// The profile.
    case layout
    /// Its own header, by the synonyms.
    case header
}
