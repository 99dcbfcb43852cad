/// Looks whether the configured pace is kept, by when attempts were really made.
struct PaceWatch {
    private let limit: Int?
    private let groupLimit: Int?
    private var begun: [Double] = []
    private var begunInGroup: [Int: [Double]] = [:]
    /// Then attempts of before look older than they are to the next process.
    var clockWasSetAhead = false

    /// Claims are written a little after a message was chosen, and the journal's times are whole seconds.
    private static let tolerance = 4.0

    init(_ scene: Course.Scene) {
        limit = scene.pace?.perMinute
        groupLimit = scene.domainPace?.perMinute
    }

    /// The journal knows nothing of what has gone.
    mutating func forget() { (begun, begunInGroup) = ([], [:]) }

    /// - Returns: False if it was too soon.
    mutating func begin(group: Int, at moment: Double) -> Bool {
        begun.append(moment)
        begunInGroup[group, default: []].append(moment)
        return Self.isKept(begun, limit) && Self.isKept(begunInGroup[group] ?? [], groupLimit)
    }

    private static func isKept(_ moments: [Double], _ limit: Int?) -> Bool {
        guard let limit, moments.count > limit else { return true }
        return moments[moments.count - 1] - moments[moments.count - 1 - limit] >= 60 - tolerance
    }
}
