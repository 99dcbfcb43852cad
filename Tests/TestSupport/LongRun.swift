import Foundation

/// Whether everything is tried (`make test-long`), or a sample of it.
package enum LongRun {
    package static let isOn = ProcessInfo.processInfo.environment["EINZELPOST_LONG"] == "1"

    /// All of them in a long run, otherwise the sample.
    package static func all<Value>(of values: [Value], sample: [Value]) -> [Value] {
        isOn ? values : sample
    }
}
