import ArgumentParser

/// How long a relay is waited for.
struct WaitOptions: ParsableArguments {
    @Flag(
        help: """
            Wait for a relay that is away or fails until no message has time left, instead of a quarter \
            of an hour.
            """
    )
    var wait = false
}
