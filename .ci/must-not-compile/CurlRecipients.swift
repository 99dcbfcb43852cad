// expected: 'curl_easy_setopt' is unavailable: Variadic function is unavailable
import CCurl

func list(_ handle: UnsafeMutableRawPointer, _ recipients: UnsafeMutablePointer<curl_slist>) {
    _ = curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients)
}
