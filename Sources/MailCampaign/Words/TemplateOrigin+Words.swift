package import MailCore

extension TemplateOrigin {
    /// Stands behind the folder.
    package var words: Sentence {
        switch self {
        case .option: Sentence(en: "named with --templates", de: "genannt mit --templates")
        case .configuration: Sentence(same: "[content] templates")
        case .program: Sentence(en: "came with the program", de: "beim Programm mitgeliefert")
        }
    }
}

extension TemplateFolder {
    /// That a folder which looks like the one to take is not taken; nil if there is none.
    package var note: Sentence? {
        passedOver.map {
            Sentence(
                en:
                    "The folder \($0) is not used: templates are those of \(path), which came with the program. To use it, "
                    + "give --templates \($0), or name it in the configuration ([content] templates).",
                de:
                    "Der Ordner \($0) wird nicht verwendet: Es gelten die Vorlagen aus \(path), die beim Programm mitgeliefert "
                    + "sind. Um ihn zu verwenden, geben Sie --templates \($0) an, oder nennen Sie ihn in der Konfiguration "
                    + "([content] templates)."
            )
        }
    }
}
