import Foundation

/// What somebody wants to cancel.
package enum CancelRequest: Hashable, Sendable {
    case file
    /// A campaign to go on with: its id, or the beginning of it.
    case campaign(String)

    /// - Parameters:
    ///   - argument: What was typed: a file, or a campaign where there is no such file.
    ///   - speaksOfFile: Whether anything is said that has a meaning for a file alone.
    ///   - days: Which days of the file; asked for a file only.
    /// - Throws: `UnclearRequest`.
    package init<Days>(
        _ argument: String,
        speaksOfFile: Bool,
        days: () throws -> Days
    ) throws {
        guard Self.isCampaign(argument), !FileManager.default.fileExists(atPath: argument) else {
            _ = try days()
            self = .file
            return
        }
        guard !speaksOfFile else { throw UnclearRequest.campaignIsPlanned }
        self = .campaign(argument)
    }

    /// A day, and perhaps a number behind it: so campaigns are called, and no export without an ending.
    private static func isCampaign(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]*)?/) != nil
    }
}
