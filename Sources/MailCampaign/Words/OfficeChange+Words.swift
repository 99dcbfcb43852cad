extension OfficeChange: CustomStringConvertible {
    package var description: String {
        switch self {
        case .differs(let refusal): "\(refusal)"
        case .templateGone(let error): "\(error)"
        }
    }
}
