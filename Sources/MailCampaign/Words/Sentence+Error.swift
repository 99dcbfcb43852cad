import MailCore

extension Sentence {
    /// What an error says: in its own words, or in those that the layers below have for it.
    init(telling error: any Error) {
        switch error {
        case let error as SettingsError:
            self = error.problems.map { $0.words(in: error.file) }.lines
        case let error as TemplateError: self = error.spoken
        case let error as any PrintableError: self = error.words
        default: self.init(stored: "\(error)")
        }
    }
}

extension SettingsError.Problem {
    /// With its file, line and key.
    func words(in file: String) -> Sentence {
        let place = line.map { "\(file):\($0)" } ?? file
        return Sentence(same: "\(place): \(key): \(Sentence(stored: message))")
    }
}

extension TemplateError {
    fileprivate var spoken: Sentence {
        let title = Sentence(
            en: "the template “\(template)” cannot be used:",
            de: "Die Vorlage „\(template)“ ist nicht verwendbar:"
        )
        let lines = problems.map { problem in
            let place = "\(template)/\(problem.file):\(problem.line)"
            return Sentence(same: "  \(place): \(Sentence(stored: problem.message))")
        }
        return ([title] + lines).lines
    }
}
