/// Of what a campaign is to be planned: a file, or the people of an earlier one.
package enum PlanRequest {
    /// - Parameters:
    ///   - file: The schedule, if one is named.
    ///   - followUp: The earlier campaign, if one is named.
    ///   - template: If one is named.
    ///   - hasDetails: Whether something is said about the earlier campaign's people.
    ///   - speaksOfFile: Whether something is said about a file, its days or its rows.
    /// - Throws: `UnclearRequest` unless it is just one of them, with what belongs to it.
    package static func check(
        file: String?,
        followUp: String?,
        template: String?,
        hasDetails: Bool,
        speaksOfFile: Bool
    ) throws(UnclearRequest) {
        guard (file == nil) != (followUp == nil) else { throw .whatToPlan }
        guard followUp != nil else {
            if hasDetails { throw .detailsWithoutFollowUp }
            return
        }
        guard template != nil else { throw .followUpWithoutTemplate }
        guard !speaksOfFile else { throw .followUpOfFile }
    }
}
