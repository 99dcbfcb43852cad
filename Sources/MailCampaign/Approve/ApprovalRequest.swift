/// What is asked of an approval: to see what it would bind, or to give it.
package enum ApprovalRequest: Hashable, Sendable {
    case look
    /// - Parameters:
    ///   - digest: As somebody named it.
    ///   - name: Who approves.
    case approve(digest: String, name: ApproverName)

    /// - Throws: `UnclearRequest` for half of an approval; `WrongRequest` for a name nobody can read.
    package init(digest: String?, by name: String?) throws {
        switch (digest, name) {
        case (nil, nil): self = .look
        case (nil, _?): throw UnclearRequest.nameWithoutDigest
        case (_?, nil): throw UnclearRequest.digestWithoutName
        case (let digest?, let name?):
            guard let name = ApproverName(name) else { throw WrongRequest.noApproverName }
            self = .approve(digest: digest, name: name)
        }
    }
}
