import MailCore
import Testing

struct QueueIDTests {
    @Test(arguments: [
        "4F2A00C1", "D7A9F2003B", "4XyZ12w3PVz9Tk", "1pXq2R-0003kC-7T", "1rXq2R-00000003kCb-7Tab",
        "4AKBqFMX012345", "0BU3V0Kq004321", "e3b0c442", "1f0c9a7be3b0c442", "12094627905543",
    ])
    func `what the usual servers make up is kept`(id: String) {
        #expect(QueueID.isUsual(id))
    }

    @Test(arguments: [
        "", "4F2", "anna.meier-X1", "anna-meier1", "AnnaMe-ierXXX-X1", "annameier1", "T1",
        "person8example", "4F2A00C1 ", "4f2A00C1", "1pXq2R-0003kC-7T-x", "1pXq2R_0003kC_7T",
        "4XyZ12w3PVza", "Meier00000000000000000", "123456789012345678901",
    ])
    func `what a relay may have made of a person is not`(id: String) {
        #expect(!QueueID.isUsual(id))
    }
}
