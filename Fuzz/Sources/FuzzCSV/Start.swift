import CFuzzer

/// What SwiftPM starts as `main`; libFuzzer's own one would look for another callback.
@_cdecl("FuzzCSV_main")
func start(
    _ count: Int32,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
    var count = count
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
    return LLVMFuzzerRunDriver(&count, &arguments, test)
}
