/// What a journal knows of a person and an appointment: whether an earlier campaign has told it.
package enum EarlierNotice: Hashable, Sendable {
    case none
    /// This person was told; also where the name is spelled otherwise or has lost letters.
    case same
    /// Somebody at this address was told of an appointment at this time and site, under another name
    /// or none.
    case perhaps
}
