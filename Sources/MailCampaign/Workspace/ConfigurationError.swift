package import MailCore

/// What keeps an authority from being opened: the configuration, or a file that it names.
package enum ConfigurationError: Error, Hashable, Sendable {
    /// None of the usual places holds one.
    case nowhere([String])
    case notText(String)
    /// It is named, or lies in its place, and cannot be read; nil if it can by now.
    case unreadable(String, FileObstacle?)
    /// Everybody could write to it.
    case writableByAll(String)
    /// A service account takes no configuration that others could have written.
    case notTrusted(String, account: String)
    /// A service account takes its configuration from one place alone.
    case anotherPlace(String, than: String, account: String)
    case variableNotSet(String)
    case passwordUnreadable(String, FileObstacle?, key: SettingsKey)
    case passwordReadableByOthers(String)
    case passwordEmpty(String, key: SettingsKey)
    case certificatesUnreadable(String, FileObstacle)
    case clientCertificateUnreadable(String, FileObstacle)
    case clientKeyUnreadable(String, FileObstacle?)
    case clientKeyReadableByOthers(String)
    case officeKeyUnreadable(String, FileObstacle?)
    case officeKeyReadableByOthers(String)
    case noOfficeKey(String)
    /// The name of a credential; the service manager has given none.
    case noCredentials(String, key: SettingsKey)
    case noTemplates(TemplateOrigin, String)
    /// Neither option nor configuration names them, and none came along with the program.
    case templatesNotShipped
    /// The folder holds none.
    case noTemplateIn(String)
    case templateNotText(String)
    case templateIncomplete(String, folder: String, others: [String])
    /// A folder that should have come along with the program.
    case notShipped(String)
}
