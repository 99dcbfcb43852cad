/// What keeps an authority from being opened: the configuration, or a file that it names.
package enum ConfigurationError: Error, Hashable, Sendable {
    /// None of the usual places holds one.
    case nowhere([String])
    case notText(String)
    /// A service account takes no configuration that others could have written.
    case notTrusted(String, account: String)
    /// A service account takes its configuration from one place alone.
    case anotherPlace(String, than: String, account: String)
    case variableNotSet(String)
    case passwordUnreadable(String)
    case passwordReadableByOthers(String)
    case passwordEmpty(String)
    case certificatesUnreadable(String)
    case officeKeyUnreadable(String)
    case officeKeyReadableByOthers(String)
    case noOfficeKey(String)
    /// The name of a credential; the service manager has given none.
    case noCredentials(String)
    case noTemplates(String)
    case templateNotText(String)
    case templateIncomplete(String, folder: String, others: [String])
    /// A folder that should have come along with the program.
    case notShipped(String)
}
