import MailCampaign
import MailCore
import Synchronization

/// Files that were sent and are not planned yet, each for half an hour at most.
final class UploadShelf: Sendable {
    struct Upload: Sendable {
        let file: SealedUpload
        /// The session that sent it; nobody else sees it.
        let owner: String
        let end: Duration
        /// What was said about the whole file.
        var answers: [FileAnswer] = []
        /// What it is, as it is read with these answers.
        var look: FileLook
        /// What was chosen of it last, to be shown again.
        var choice = FormFields([:])
    }

    /// How long somebody may think about a file.
    static let patience = Duration.seconds(30 * 60)
    /// Of all sessions together.
    static let most = 4

    private let uploads = Mutex<[String: Upload]>([:])
    private let randomness: Randomness
    private let elapsed: @Sendable () -> Duration

    init(randomness: Randomness, elapsed: @escaping @Sendable () -> Duration) {
        self.randomness = randomness
        self.elapsed = elapsed
    }

    /// Keeps a file; the one that has been there longest makes room.
    func put(_ file: SealedUpload, _ look: FileLook, for owner: String) -> String {
        let name = Hexadecimal.text(of: randomness.octets(8))
        let end = elapsed() + Self.patience
        uploads.withLock { uploads in
            while uploads.count >= Self.most,
                let oldest = uploads.min(by: { $0.value.end < $1.value.end })
            {
                uploads[oldest.key] = nil
            }
            uploads[name] = Upload(file: file, owner: owner, end: end, look: look)
        }
        return name
    }

    func upload(_ name: String, for owner: String) -> Upload? {
        sweep()
        return uploads.withLock { $0[name] }.flatMap { $0.owner == owner ? $0 : nil }
    }

    func change(_ name: String, _ change: (inout Upload) -> Void) {
        uploads.withLock { uploads in
            guard var upload = uploads[name] else { return }
            change(&upload)
            uploads[name] = upload
        }
    }

    func drop(_ name: String) {
        uploads.withLock { $0[name] = nil }
    }

    /// Everything of a session that is over.
    func drop(of owner: String) {
        uploads.withLock { uploads in uploads = uploads.filter { $0.value.owner != owner } }
    }

    /// Takes away what nobody has planned in time.
    func sweep() {
        let now = elapsed()
        uploads.withLock { uploads in uploads = uploads.filter { now < $0.value.end } }
    }
}
