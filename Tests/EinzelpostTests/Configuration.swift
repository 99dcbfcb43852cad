/// The configuration file of an invented authority.
///
/// Nothing listens on its relay's port unless a test says so.
struct Configuration: Sendable {
    var relay = "smtp://127.0.0.1:1"
    var security = "none"
    var connections = 1
    /// More lines of [relay].
    var login = ""
    var from = "Musterkreis Terminservice <termine@kreis.example>"
    var people = 1
    var imprint = "https://www.kreis.example/impressum"
    var privacy = "https://www.kreis.example/datenschutz-termine"
    /// Lines of [pace].
    var pace = ""
    /// Lines of [caution].
    var caution = "first = 0\npause_seconds = 0"

    init(port: Int = 1, connections: Int = 1) {
        relay = "smtp://127.0.0.1:\(port)"
        self.connections = connections
    }

    func with(_ change: (inout Configuration) -> Void) -> Configuration {
        var copy = self
        change(&copy)
        return copy
    }

    var text: String {
        """
        [authority]
        name = "Musterkreis, Der Landrat"
        address = "Kreisstraße 1, 12345 Musterstadt"
        phone = "0221 4710 001"
        email = "info@kreis.example"
        website = "https://www.kreis.example"
        imprint = "\(imprint)"
        privacy = "\(privacy)"

        [hotline]
        phone = "0221 4710 000"
        hours = "täglich 8 bis 20 Uhr"

        [sender]
        from = "\(from)"
        reply_to = "buergerservice@kreis.example"
        envelope_from = "ruecklauf@kreis.example"

        [relay]
        url = "\(relay)"
        security = "\(security)"
        connections = \(connections)
        \(login)

        [pace]
        \(pace)

        [caution]
        \(caution)

        [approval]
        people = \(people)

        [state]
        directory = "./state"

        """
    }
}
