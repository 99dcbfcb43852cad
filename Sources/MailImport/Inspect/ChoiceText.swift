/// A site or service as others may see it.
package enum ChoiceText {
    /// On one line; nil if it is empty or could be about a person.
    package static func shown(_ value: String) -> String? { MaskedExample.value(value, .whenever) }
}
