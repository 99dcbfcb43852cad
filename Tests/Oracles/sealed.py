"""Opens and seals what the journal has sealed, with OpenSSL and none of the program's code (docs/erasure.md).

As functions of SQL on a connection, for whoever has the journal and its keys:

contact(campaign, row, sealed, FIELD)             a field of a contact
reseal(campaign, row, sealed, FIELD, VALUE)       the contact with another value there, sealed anew
message(campaign, id, opening, 'digest'|'salt')   in hexadecimal digits
reopen(campaign, id, opening, FIELD, HEX)         the same with another value there, sealed anew
receipt(campaign, event, sealed)                  the text
"""

import ctypes
import ctypes.util
import hashlib
import hmac
import json
import os
import pathlib

FIELDS = "first_name last_name full_name address phone site reference planned_address".split()
CRYPTO = ctypes.CDLL(ctypes.util.find_library("crypto") or "libcrypto.so.3")
for name in ("EVP_CIPHER_CTX_new", "EVP_aes_256_gcm"):
    getattr(CRYPTO, name).restype = ctypes.c_void_p
GET_TAG, SET_TAG = 0x10, 0x11


class Wrong(Exception):
    """It is not what was sealed there."""


def gcm(key, nonce, place, text, tag=None):
    """Encrypts without a tag, decrypts with one; gives the other text and the tag."""
    context = ctypes.c_void_p(CRYPTO.EVP_CIPHER_CTX_new())
    try:
        isOpening = tag is not None
        length, out = ctypes.c_int(), ctypes.create_string_buffer(len(text) + 16)
        start = CRYPTO.EVP_DecryptInit_ex if isOpening else CRYPTO.EVP_EncryptInit_ex
        update = CRYPTO.EVP_DecryptUpdate if isOpening else CRYPTO.EVP_EncryptUpdate
        finish = CRYPTO.EVP_DecryptFinal_ex if isOpening else CRYPTO.EVP_EncryptFinal_ex
        assert start(context, ctypes.c_void_p(CRYPTO.EVP_aes_256_gcm()), None, key, nonce) == 1
        assert update(context, None, ctypes.byref(length), place, len(place)) == 1
        assert update(context, out, ctypes.byref(length), text, len(text)) == 1
        result = out.raw[:length.value]
        if isOpening:
            CRYPTO.EVP_CIPHER_CTX_ctrl(context, SET_TAG, 16, tag)
        if finish(context, out, ctypes.byref(length)) != 1:
            raise Wrong
        if not isOpening:
            mark = ctypes.create_string_buffer(16)
            CRYPTO.EVP_CIPHER_CTX_ctrl(context, GET_TAG, 16, mark)
            tag = mark.raw
        return result, tag
    finally:
        CRYPTO.EVP_CIPHER_CTX_free(context)


class Store:
    """The key store beside a journal; one that is not sealed under a key of the office."""

    def __init__(self, path):
        self.keys = {name: bytes.fromhex(key)
                     for name, key in json.loads(pathlib.Path(path).read_text())["keys"].items()}

    def key(self, campaign):
        return self.keys[f"campaign {campaign}"]

    def open(self, campaign, table, record, sealed):
        place = "\0".join(["einzelpost seal 1", campaign, table, str(record)]).encode()
        return gcm(self.key(campaign), sealed[:12], place, sealed[12:-16], sealed[-16:])[0]

    def seal(self, campaign, table, record, octets):
        place = "\0".join(["einzelpost seal 1", campaign, table, str(record)]).encode()
        nonce = os.urandom(12)
        text, tag = gcm(self.key(campaign), nonce, place, octets)
        return nonce + text + tag

    def recipients_key(self, campaign):
        own = self.keys.get(f"recipients {campaign}")
        return own or hmac.digest(self.key(campaign), b"einzelpost recipients", hashlib.sha256)


def fields(octets):
    """The fields of a contact, and the salt behind them."""
    values = []
    for _ in FIELDS:
        length, octets = int.from_bytes(octets[:4], "big"), octets[4:]
        if length == 2 ** 32 - 1:
            values.append(None)
        else:
            values.append(octets[:length].decode())
            octets = octets[length:]
    return dict(zip(FIELDS, values)), octets


def octets(values, salt):
    parts = []
    for name in FIELDS:
        text = None if values[name] is None else values[name].encode()
        parts.append(b"\xff" * 4 if text is None else len(text).to_bytes(4, "big") + text)
    return b"".join(parts) + salt


def register(connection, journal):
    """Gives a connection the functions above, with the keys beside the journal it is of."""
    path = pathlib.Path(journal).parent / "keys"
    if not path.exists():
        return
    store = Store(path)

    def contact(campaign, row, sealed, field):
        return fields(store.open(campaign, "contact", row, sealed))[0][field]

    def reseal(campaign, row, sealed, field, value):
        values, salt = fields(store.open(campaign, "contact", row, sealed))
        values[field] = value
        return store.seal(campaign, "contact", row, octets(values, salt))

    def message(campaign, name, opening, part):
        both = store.open(campaign, "message", name, opening)
        return (both[:32] if part == "digest" else both[32:]).hex()

    def reopen(campaign, name, opening, part, value):
        both = store.open(campaign, "message", name, opening)
        new = bytes.fromhex(value)
        return store.seal(campaign, "message", name, new + both[32:] if part == "digest" else both[:32] + new)

    def receipt(campaign, event, sealed):
        return store.open(campaign, "receipt", event, sealed).decode()

    for function in (contact, reseal, message, reopen, receipt):
        connection.create_function(function.__name__, -1, function)
