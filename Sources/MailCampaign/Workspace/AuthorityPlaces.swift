/// Where the authority's files are, as far as somebody has said it; nil for the usual places.
package struct AuthorityPlaces: Sendable {
    package var configuration: String?
    package var state: String?
    package var templates: String?
    /// The folder of witnesses.
    package var witness: String?

    package init(
        configuration: String? = nil,
        state: String? = nil,
        templates: String? = nil,
        witness: String? = nil
    ) {
        self.configuration = configuration
        self.state = state
        self.templates = templates
        self.witness = witness
    }
}
