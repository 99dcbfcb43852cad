import ArgumentParser
import MailCampaign

/// What a shell offers: the office's own campaigns and templates.
extension CompletionKind {
    static var campaigns: CompletionKind {
        .custom { words, _, _ in Completions(at: places(in: words), in: Live.surroundings).campaigns
        }
    }

    static var templates: CompletionKind {
        .custom { words, _, _ in Completions(at: places(in: words), in: Live.surroundings).templates
        }
    }

    /// What the line that is being typed says of the office.
    private static func places(in words: [String]) -> AuthorityPlaces {
        func value(_ option: String) -> String? {
            if let place = words.lastIndex(of: option), place + 1 < words.count {
                return words[place + 1]
            }
            return words.last { $0.hasPrefix(option + "=") }.map {
                String($0.dropFirst(option.count + 1))
            }
        }
        return AuthorityPlaces(
            configuration: value("--config"),
            state: value("--state"),
            templates: value("--templates")
        )
    }
}
