// The complete list of what the program can ask of libcurl.
//
// curl_easy_setopt and curl_easy_getinfo are variadic, so Swift cannot call them; what is not
// below cannot be reached. CURLOPT_MAIL_RCPT is missing on purpose: libcurl's own list of
// recipients must stay out of reach. Whatever must never be weakened takes no argument.
#ifndef EINZELPOST_CCURL_SHIM_H
#define EINZELPOST_CCURL_SHIM_H

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string.h>
#include <time.h>

// Where to connect. The path of an smtp URL is the name said in EHLO; none means the host's own.
static inline CURLcode relay_url(CURL *curl, const char *url) {
    return curl_easy_setopt(curl, CURLOPT_URL, url);
}

// libcurl stops after connect, TLS, EHLO and login; we speak MAIL, RCPT, DATA and the dot.
static inline CURLcode relay_connect_only(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
}

// TLS or nothing: CURLUSESSL_TRY would go on in clear text when somebody strips STARTTLS.
static inline CURLcode relay_require_tls(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
}

// The certificate must be trusted and name this host. These are libcurl's defaults; written out
// so that nobody has to know them, and without an argument so that nobody can switch them off.
static inline CURLcode relay_verify_certificate(CURL *curl) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
}

// TLS 1.0 and 1.1 are broken (RFC 8996); the default leaves the choice to OpenSSL's configuration.
static inline CURLcode relay_minimum_tls_1_2(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
}

// Many authorities run a certificate authority of their own.
static inline CURLcode relay_ca_file(CURL *curl, const char *path) {
    return curl_easy_setopt(curl, CURLOPT_CAINFO, path);
}

// An authority's own certificate and its key, both in PEM; the key's file has no passphrase.
static inline CURLcode relay_client_certificate(CURL *curl, const char *path, const char *key) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_SSLCERT, path);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_SSLKEY, key);
}

// The key that the relay must show, beside a certificate that is trusted: `sha256//...`.
static inline CURLcode relay_pinned_key(CURL *curl, const char *hashes) {
    return curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, hashes);
}

// BSI TR-02102-2, sections 3.3 and 3.4: for TLS 1.2 its suites with forward secrecy and AEAD (those with CBC it
// recommends only together with encrypt-then-MAC, which no client can demand), for TLS 1.3 all but ChaCha20,
// which it does not name. Security level 3 (SSL_CTX_set_security_level(3)) refuses keys below 128 bits of
// strength: RSA and DH below 3072, curves below 256, and signatures with SHA-1. X25519 it does not name.
static inline CURLcode relay_bsi_profile(CURL *curl) {
    CURLcode result = curl_easy_setopt(
        curl, CURLOPT_SSL_CIPHER_LIST,
        "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:"
        "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-CCM:ECDHE-ECDSA-AES128-CCM:"
        "DHE-RSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-CCM:DHE-RSA-AES128-CCM:"
        "@SECLEVEL=3");
    if (result != CURLE_OK) {
        return result;
    }
    result = curl_easy_setopt(curl, CURLOPT_TLS13_CIPHERS,
                              "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_SHA256");
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_SSL_EC_CURVES,
                            "P-256:P-384:P-521:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1");
}

// libcurl copies both texts.
static inline CURLcode relay_login(CURL *curl, const char *username, const char *password) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_USERNAME, username);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
}

// The same with a token, which libcurl gives to XOAUTH2 and OAUTHBEARER alone.
static inline CURLcode relay_token(CURL *curl, const char *username, const char *token) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_USERNAME, username);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, token);
}

// The ways to log in that may be tried, `AUTH=PLAIN;AUTH=LOGIN`, by the names of LoginMechanism. libcurl tries one of
// them only, and would prefer DIGEST-MD5 and NTLM, which are obsolete and often misconfigured.
static inline CURLcode relay_login_mechanisms(CURL *curl, const char *options) {
    return curl_easy_setopt(curl, CURLOPT_LOGIN_OPTIONS, options);
}

// Signal handlers are not for programs with several threads.
static inline CURLcode relay_no_signals(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

// all_proxy and smtp_proxy in the environment would lead the mail past a third party.
static inline CURLcode relay_no_proxy(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

// Nothing but SMTP, whatever the URL says.
static inline CURLcode relay_smtp_only(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
}

// Logins come from the configuration alone.
static inline CURLcode relay_no_netrc(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
}

// A progress callback could abort a submission; there is none.
static inline CURLcode relay_no_progress(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 1L);
}

typedef size_t (*relay_line_callback)(char *line, size_t size, size_t count, void *context);

// Every reply line up to the login: the extensions offered, and whether a 235 really came.
// The context is not copied and must outlive the handle.
static inline CURLcode relay_on_line(CURL *curl, relay_line_callback callback, void *context) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, callback);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_HEADERDATA, context);
}

// Says which certificate check failed. Not copied; CURL_ERROR_SIZE bytes that outlive the handle.
static inline CURLcode relay_error_buffer(CURL *curl, char *buffer) {
    return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

// Covers everything up to the login. Single replies are bounded by it too: their own limit, 120 s
// by default, is shorter than the 5 minutes RFC 5321 section 4.5.3.2.1 grants the greeting.
static inline CURLcode relay_connect_timeout(CURL *curl, long milliseconds) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, milliseconds / 1000 + 1);
}

// The descriptor to wait on between curl_easy_send and curl_easy_recv.
static inline CURLcode relay_socket(CURL *curl, curl_socket_t *socket) {
    return curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, socket);
}

// What TLS agreed on. The names belong to OpenSSL and stay for good.
struct relay_tls {
    const char *version;
    const char *cipher;
    unsigned char certificate[32];  // SHA-256 over the relay's own certificate in DER
    long long end;                  // its notAfter, in seconds since 1970
    int has_end;
};

// The libcurl that runs, and the TLS library that it uses.
static inline const char *relay_curl_version(void) {
    return curl_version_info(CURLVERSION_NOW)->version;
}

static inline const char *relay_tls_version(void) {
    return curl_version_info(CURLVERSION_NOW)->ssl_version;
}

// Whether the OpenSSL that libcurl brought along is the one these functions call: the pointer that
// libcurl hands out must not be shown to another library, or to another version of it. libcurl
// names it as "OpenSSL/3.0.22"; a build with several TLS libraries, or with a fork, does not fit.
static inline int relay_same_openssl(void) {
    static const char prefix[] = "OpenSSL/";
    const char *theirs = curl_version_info(CURLVERSION_NOW)->ssl_version;
    return theirs && !strncmp(theirs, prefix, sizeof prefix - 1) &&
           !strcmp(theirs + sizeof prefix - 1, OpenSSL_version(OPENSSL_VERSION_STRING));
}

// 1 if it is known. libcurl tells no version, cipher or fingerprint by itself; it hands out OpenSSL's
// own session (CURLINFO_TLS_SSL_PTR), but only while its transfer runs: must be called from within
// relay_on_line's callback. Only reads; the session stays libcurl's.
static inline int relay_tls_facts(CURL *curl, struct relay_tls *facts) {
    struct curl_tlssessioninfo *session = NULL;
    if (!relay_same_openssl() ||
        curl_easy_getinfo(curl, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || !session ||
        session->backend != CURLSSLBACKEND_OPENSSL || !session->internals) {
        return 0;
    }
    SSL *ssl = (SSL *)session->internals;
    X509 *certificate = SSL_get1_peer_certificate(ssl);
    unsigned int length = 0;
    struct tm end;
    facts->version = SSL_get_version(ssl);
    facts->cipher = SSL_CIPHER_get_name(SSL_get_current_cipher(ssl));
    int known = certificate &&
                X509_digest(certificate, EVP_sha256(), facts->certificate, &length) == 1 &&
                length == sizeof facts->certificate;
    facts->has_end = known && ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) == 1;
    facts->end = facts->has_end ? (long long)timegm(&end) : 0;
    X509_free(certificate);
    return known;
}

#endif
