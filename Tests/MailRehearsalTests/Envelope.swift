import Foundation
import TestSupport

/// `NNNNNN.envelope.json` by its documented keys, which are these names in snake_case.
struct Envelope: Decodable, Equatable {
    var mailFrom: String
    var rcptTo: [String]
    var size: Int
    var connection: Int
    var transaction: Int
    var clientHelo: String
}

extension TemporaryFolder {
    func envelope(_ name: String) throws -> Envelope {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Envelope.self, from: Data(bytes(of: name)))
    }
}
