package import MailCore

extension TemplateOrigin {
    /// Stands behind the folder.
    package var words: Printable {
        switch self {
        case .option: "named with --templates"
        case .configuration: "[content] templates"
        case .program: "came with the program"
        }
    }
}

extension TemplateFolder {
    /// That a folder which looks like the one to take is not taken; nil if there is none.
    package var note: Printable? {
        passedOver.map {
            "The folder \($0) is not used: templates are those of \(path), which came with the program. To use it, "
                + "give --templates \($0), or name it in the configuration ([content] templates)."
        }
    }
}
