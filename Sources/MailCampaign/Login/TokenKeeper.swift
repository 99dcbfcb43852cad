import MailCore

/// The login with the token that counts just now, one for all connections.
///
/// A token is used as long as the relay takes it: nobody but the relay knows when it ends. Whoever's token was
/// refused gets another one, fetched once however many connections ask.
actor TokenKeeper {
    private let account: RelaySettings.Account
    private let fetch: @Sendable () async throws(TokenError) -> AccessToken
    private var current: Login?
    private var isFetching = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - account: Who logs in.
    ///   - fetch: Gets a token from where it comes from.
    init(
        of account: RelaySettings.Account,
        fetch: @escaping @Sendable () async throws(TokenError) -> AccessToken
    ) {
        self.account = account
        self.fetch = fetch
    }

    /// - Parameter refused: The login that the relay no longer takes; nil for none.
    /// - Returns: One that has not been refused yet, as far as is known here; nil if there is only the same one again.
    /// - Throws: `TokenError`.
    func login(insteadOf refused: Login? = nil) async throws(TokenError) -> Login? {
        while isFetching { await withCheckedContinuation { waiting.append($0) } }
        if let current, current != refused { return current }
        isFetching = true
        defer { letGo() }
        let token = try await fetch()
        let login = Login(
            username: account.username,
            proof: .token(token),
            by: account.mechanism
        )
        current = login
        return login == refused ? nil : login
    }

    private func letGo() {
        isFetching = false
        for asker in waiting { asker.resume() }
        waiting = []
    }
}
