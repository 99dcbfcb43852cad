import MailCore
import Testing

/// Which language somebody is spoken to in.
struct LanguageTests {
    @Test(
        arguments: [
            ([:], .en), (["LANG": "de_DE.UTF-8"], .de), (["LANG": "de"], .de),
            (["LANG": "de_AT@euro"], .de), (["LANG": "C"], .en), (["LANG": "POSIX"], .en),
            (["LANG": "fr_FR.UTF-8"], .en), (["LANG": "den_XX"], .en),
            (["LANG": "en_GB", "LC_MESSAGES": "de_DE"], .de),
            (["LANG": "de_DE", "LC_MESSAGES": "C"], .en),
            (["LANG": "de_DE", "LC_MESSAGES": "de_DE", "LC_ALL": "C"], .en),
            (["LANG": "de_DE", "LC_ALL": ""], .de), (["LC_CTYPE": "de_DE"], .en),
            (["LANGUAGE": "de"], .en),
        ] as [([String: String], Language)]
    )
    func `the environment is read as POSIX says`(
        environment: [String: String],
        language: Language
    ) {
        #expect(Language(environment: environment) == language)
    }

    @Test func `the option comes before the configuration, and that before the environment`() {
        let german = ["LANG": "de_DE.UTF-8"]
        func chosen(_ option: Language?, _ configured: Language?) -> Language {
            Language(option: option, configured: configured, environment: german)
        }
        #expect(chosen(nil, nil) == .de)
        #expect(chosen(nil, .en) == .en)
        #expect(chosen(.de, .en) == .de)
        #expect(chosen(.en, .de) == .en)
    }
}
