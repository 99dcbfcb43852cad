import Foundation
import Simulation

/// Plays seeds, one after the other, until one breaks a promise.
///
///     Simulate COUNT [FIRST [FAULT]]    FIRST is any seed if it is not said
///     Simulate faults                   plants each fault, and says after how many seeds it is found
///
/// Exit code 1 if a promise was broken, or a planted fault was not found.
@main
enum Simulate {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        if words == ["faults"] { exit(try Season.findPlantedFaults() ? 0 : 1) }
        let numbers = words.compactMap { UInt64($0) }
        let first = numbers.count > 1 ? numbers[1] : UInt64.random(in: 1...(1 << 40))
        var season = try Season(first: first, count: numbers.first ?? 2_000)
        let name = words.filter { UInt64($0) == nil }.joined(separator: " ")
        if !name.isEmpty {
            guard let fault = PlantedFault(rawValue: name) else {
                print("no such fault; there are:")
                for fault in PlantedFault.allCases { print("  \(fault.rawValue)") }
                exit(64)
            }
            season.fault = fault
        }
        exit(season.play() ? 0 : 1)
    }
}
