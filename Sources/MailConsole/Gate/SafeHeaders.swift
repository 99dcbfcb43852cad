import HTTPTypes

/// What every answer says to the browser.
enum SafeHeaders {
    /// Nothing from anywhere else, nothing inside a page, and no page of ours inside another one.
    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
        "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let all: [(String, String)] = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        // Must not be `no-referrer`: then browsers send `Origin: null` with our own forms.
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), usb=()"),
        ("Cache-Control", "no-store"),
    ]

    static func add(to fields: inout HTTPFields) {
        for (name, value) in all { fields[HTTPField.Name.known(name)] = value }
    }
}
