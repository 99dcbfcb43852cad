/// Somebody of the authority who plans, decides, approves or rules.
package struct Official: Hashable, Sendable {
    /// For people, for example `anna (1001) as einzelpost (990)`; nothing is read from it.
    package let text: String
    /// Nil if it is not known who it was.
    package let identity: Identity?

    package init(text: String, identity: Identity?) {
        self.text = text
        self.identity = identity
    }
}
