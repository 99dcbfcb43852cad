/// When people at one address, at one place or on one mail domain are too many to be a family.
package enum Crowd {
    /// From this many people on: an address is an authority's, a care home's or a club's
    /// (docs/addresses.md), a place belongs to the authority (docs/guard.md), and a domain tells
    /// nobody who the recipients are.
    package static let people = 5
}
