import ArgumentParser
import MailCampaign
import MailCore

/// What was typed, checked by the library that knows what it means.
enum Usage {
    /// ArgumentParser takes its own errors alone for wrong usage.
    ///
    /// - Throws: `ValidationError` with the words of an error of ours.
    @discardableResult
    static func check<Value>(_ make: () throws -> Value) throws -> Value {
        do { return try make() } catch {
            guard let report = ErrorReport(error) else { throw error }
            throw ValidationError(report.message.text)
        }
    }
}
