import MailCore
import MailImport

extension ScheduleError {
    /// What is said of it to scripts.
    var english: String { message.en.text }
}
