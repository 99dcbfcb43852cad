import Synchronization

/// The numbers that all connections share.
final class Tally: Sendable {
    private struct Counts {
        var summary = RehearsalSummary()
        var lastNumber = 0
        var recipientsSeen = 0
    }

    private let counts = Mutex(Counts())

    var summary: RehearsalSummary { counts.withLock { $0.summary } }

    /// Returns the number of the new connection, from 1.
    func openConnection() -> Int {
        counts.withLock { counts in
            counts.summary.connections += 1
            return counts.summary.connections
        }
    }

    /// Returns a number no other transaction has, from 1.
    ///
    /// A transaction that cannot be kept uses its number up.
    func nextNumber() -> Int {
        counts.withLock { counts in
            counts.lastNumber += 1
            return counts.lastNumber
        }
    }

    func count(_ transaction: RehearsalTransaction) {
        counts.withLock { counts in
            counts.summary.transactions += 1
            counts.summary.totalBytes += transaction.message.count
            counts.summary.maximumRecipientsPerTransaction = max(
                counts.summary.maximumRecipientsPerTransaction,
                transaction.recipients.count
            )
        }
    }

    /// Whether one more recipient is the turn of `fault`.
    func isRefused(by fault: RehearsalFault) -> Bool {
        switch fault {
        case .none, .delay: return false
        case .refuse(let everyNth):
            return counts.withLock { counts in
                counts.recipientsSeen += 1
                return counts.recipientsSeen.isMultiple(of: everyNth)
            }
        }
    }
}
