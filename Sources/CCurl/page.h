// What the program can ask of libcurl to look at a web page, for `check --links` alone.
//
// Beside these it uses from shim.h what is the same for every connection: verified certificates,
// TLS 1.2, no proxy, no .netrc, no signals. Cookies are missing on purpose: libcurl keeps and sends
// none unless told to.
#ifndef EINZELPOST_CCURL_PAGE_H
#define EINZELPOST_CCURL_PAGE_H

#include "shim.h"

static inline CURLcode page_url(CURL *curl, const char *url) {
    return curl_easy_setopt(curl, CURLOPT_URL, url);
}

// Nothing but encrypted pages, whatever the URL says.
static inline CURLcode page_https_only(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
}

// Where a redirect may lead is for us to decide: another host must not be contacted. It is libcurl's
// default, written out and without an argument so that nobody can change it.
static inline CURLcode page_follow_nothing(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
}

// Some servers refuse requests without a name. It tells no version and no authority.
static inline CURLcode page_user_agent(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_USERAGENT, "einzelpost check");
}

// Covers everything from the name service to the last octet; 0 would be no limit at all.
static inline CURLcode page_time_limit(CURL *curl, long milliseconds) {
    return milliseconds > 0 ? curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds)
                            : CURLE_BAD_FUNCTION_ARGUMENT;
}

typedef size_t (*page_callback)(char *bytes, size_t size, size_t count, void *context);

// Each header line. The context is not copied and must outlive the transfer.
static inline CURLcode page_on_header(CURL *curl, page_callback callback, void *context) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, callback);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_HEADERDATA, context);
}

// Each piece of the page; whoever takes less than all of it ends the transfer. Must be set: libcurl
// would print the page.
static inline CURLcode page_on_body(CURL *curl, page_callback callback, void *context) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, callback);
    if (result != CURLE_OK) {
        return result;
    }
    return curl_easy_setopt(curl, CURLOPT_WRITEDATA, context);
}

// The status of the last response.
static inline CURLcode page_status(CURL *curl, long *status) {
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
}

// Where the response redirects to, made absolute by libcurl; NULL if it does not. Belongs to the
// handle.
static inline const char *page_redirect(CURL *curl) {
    char *url = NULL;
    return curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &url) == CURLE_OK ? url : NULL;
}

#endif
