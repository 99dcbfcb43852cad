import ArgumentParser
import MailCampaign

/// What somebody says of where the state directory comes from.
struct StateClaimOptions: ParsableArguments {
    @Flag(
        help: """
            The state directory was moved on purpose, and its original is out of use.
            """
    )
    var moved = false
    @Flag(
        help: """
            The journal was put back from a backup, or begun anew, and the newest one is lost: what may \
            have been sent since becomes unknown.
            """
    )
    var restored = false

    func validate() throws { try Usage.check(claim) }

    func claim() throws -> StateClaim? { try StateClaim(moved: moved, restored: restored) }
}
