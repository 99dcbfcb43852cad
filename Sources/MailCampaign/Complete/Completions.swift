import MailJournal

/// Names to choose from while a command is typed: nothing is made, changed or waited for, and whatever is
/// wrong there is nothing to offer.
package struct Completions {
    private let places: AuthorityPlaces
    private let surroundings: Surroundings

    package init(at places: AuthorityPlaces, in surroundings: Surroundings) {
        self.places = places
        self.surroundings = surroundings
    }

    private var file: ConfigurationFile? {
        try? ConfigurationFile(named: places.configuration, in: surroundings)
    }

    /// The ids of campaigns, the newest first.
    package var campaigns: [String] {
        guard let file else { return [] }
        return CampaignNames.newest(in: file.stateDirectory(option: places.state))
    }

    package var templates: [String] {
        guard let file else { return [] }
        return (try? TemplateFolder(option: places.templates, in: file, surroundings))?.names ?? []
    }
}
