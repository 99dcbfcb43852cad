import Hummingbird
import HummingbirdCore
import NIOCore

/// What is known of a request besides itself.
struct ConsoleContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The port at the other end; nil where there is none.
    let client: Int?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = source.channel.remoteAddress?.port
    }
}
