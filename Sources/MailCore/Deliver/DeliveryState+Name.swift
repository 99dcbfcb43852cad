/// What people read instead of the code.
extension DeliveryState {
    package var name: Sentence {
        switch self {
        case .planned: named("offen")
        case .sending: named("unterwegs")
        case .deferred: named("zurückgestellt")
        case .unknown: named("ungewiss")
        case .accepted: named("angenommen")
        case .refused: named("abgelehnt")
        case .expired: named("verstrichen")
        case .withdrawn: named("zurückgezogen")
        }
    }

    private func named(_ german: String) -> Sentence {
        Sentence(en: "\(rawValue)", de: "\(german)")
    }
}
