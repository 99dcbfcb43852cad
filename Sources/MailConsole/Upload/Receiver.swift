import Hummingbird
import HummingbirdCore
import MailCore
import NIOCore

/// Takes what comes in with a request, bounded in size and in time.
struct Receiver: Sendable {
    /// The largest schedule that is taken.
    static let largestFile = 64 * 1_024 * 1_024
    private static let largestForm = 64 * 1_024
    private static let uploadSeconds = 60
    private static let formSeconds = 20

    let folder: String
    let randomness: Randomness
    let sleep: @Sendable (Duration) async -> Void

    /// A form without a file.
    func fields(of request: Request) async throws -> FormFields {
        let body = request.body
        return try await inTime(Self.formSeconds) {
            var octets: [UInt8] = []
            for try await buffer in body {
                octets.append(contentsOf: buffer.readableBytesView)
                guard octets.count <= Self.largestForm else { throw UploadFlaw.tooLarge }
            }
            return FormFields(String(decoding: octets, as: UTF8.self))
        }
    }

    /// A form with a file behind its other fields.
    ///
    /// - Parameters:
    ///   - request: Whose body is read.
    ///   - isAllowed: Asked about the fields before anything of the file is kept.
    /// - Returns: The file.
    /// - Throws: `UploadFlaw`, and what `isAllowed` throws.
    func file(
        of request: Request,
        _ isAllowed: @escaping @Sendable (FormFields) throws -> Void
    ) async throws -> SealedUpload {
        let body = request.body
        let type = request.headers[.contentType] ?? ""
        return try await inTime(Self.uploadSeconds) {
            var form = UploadForm(folder: folder, randomness: randomness, isAllowed: isAllowed)
            do {
                var reader = try MultipartReader(contentType: type)
                for try await buffer in body {
                    for event in try reader.read(buffer.readableBytesView) {
                        try form.take(event)
                    }
                }
                try reader.end()
            } catch is MultipartReader.Flaw {
                throw UploadFlaw.notAForm
            }
            return try form.finish()
        }
    }

    /// Somebody who sends a byte a minute does not hold a place for ever.
    private func inTime<Result: Sendable>(
        _ seconds: Int,
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await work() }
            group.addTask { [sleep] in
                await sleep(.seconds(seconds))
                throw UploadFlaw.tooSlow
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw UploadFlaw.tooSlow }
            return result
        }
    }
}

/// What has come in of a form with a file.
private struct UploadForm {
    let folder: String
    let randomness: Randomness
    let isAllowed: @Sendable (FormFields) throws -> Void
    private var fields: [String: [String]] = [:]
    private var part = ""
    private var text: [UInt8] = []
    private var fileName: String?
    private var isFile = false
    private var writer: SealedUpload.Writer?
    private var count = 0

    init(
        folder: String,
        randomness: Randomness,
        isAllowed: @escaping @Sendable (FormFields) throws -> Void
    ) {
        self.folder = folder
        self.randomness = randomness
        self.isAllowed = isAllowed
    }

    mutating func take(_ event: MultipartReader.Event) throws {
        switch event {
        case .part(let name, let file):
            part = name
            text = []
            isFile = file != nil
            guard let file else { return }
            try isAllowed(FormFields(fields))
            guard writer == nil else { throw UploadFlaw.notAForm }
            fileName = file
            writer = try SealedUpload.Writer(in: folder, randomness: randomness)
        case .octets(let octets):
            guard isFile, let writer else {
                text.append(contentsOf: octets)
                guard text.count <= 8 * 1_024 else { throw UploadFlaw.notAForm }
                return
            }
            count += octets.count
            guard count <= Receiver.largestFile else { throw UploadFlaw.tooLarge }
            try writer.append(octets)
        case .partEnds:
            if !isFile {
                fields[part, default: []].append(String(decoding: text, as: UTF8.self))
            }
        }
    }

    func finish() throws -> SealedUpload {
        guard let writer, let fileName, count > 0 else { throw UploadFlaw.nothing }
        return try writer.finish(named: fileName)
    }
}
