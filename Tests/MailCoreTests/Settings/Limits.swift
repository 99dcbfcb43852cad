import MailCore

extension Pace {
    /// The limits that can be configured.
    init(
        perMinute: Int? = nil,
        perHour: Int? = nil,
        perDay: Int? = nil,
        perDomainPerMinute: Int? = nil
    ) {
        let limits = [(perMinute, 60), (perHour, 3_600), (perDay, 86_400)]
        self.init(
            windows: limits.compactMap { limit, seconds in
                limit.map { Window(limit: $0, seconds: seconds) }
            },
            domainWindows: perDomainPerMinute.map { [Window(limit: $0, seconds: 60)] } ?? []
        )
    }
}

extension Caution {
    /// As configured where nothing else is said.
    init(
        first: Int = 10,
        pause: Duration = .seconds(30),
        stopAtRefused percent: Int = 10,
        hold: Duration = .zero
    ) {
        self.init(first: first, pause: pause, stopAtRefusedPercent: percent, hold: hold)
    }
}
