"""Zips that are made to be read: plain, sealed with AES, and sealed in the old way, which no library writes."""

import io
import struct
import zipfile
import zlib

from pyzipper import WZ_AES, ZIP_DEFLATED, AESZipFile

NAME = "支付宝交易明细(20260601-20260930).csv"


def plain_zip(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def aes_zip(content: bytes, password: str, name: str = NAME) -> bytes:
    packed = io.BytesIO()
    with AESZipFile(packed, "w", compression=ZIP_DEFLATED, encryption=WZ_AES) as archive:
        archive.setpassword(password.encode())
        archive.writestr(name, content)
    return packed.getvalue()


def old_zip(content: bytes, password: str, name: bytes, stored: bool = False) -> bytes:
    """A zip with one file sealed by the cipher of 1990, as APPNOTE 6.1 has it."""
    squeeze = zlib.compressobj(wbits=-15)
    packed = content if stored else squeeze.compress(content) + squeeze.flush()
    checksum = zlib.crc32(content)
    sealed = _sealed(bytes(range(11)) + bytes([checksum >> 24]) + packed, password.encode())
    method = 0 if stored else 8
    about = struct.pack("<HHHHHLLLHH", 20, 1, method, 0, 33, checksum, len(sealed), len(content), len(name), 0)
    local = b"PK\x03\x04" + about + name + sealed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    return local + entry + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(entry), len(local), 0)


def _sealed(plain: bytes, password: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]

    def mix(byte: int) -> None:
        keys[0] = _crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc(keys[2], keys[1] >> 24)

    for byte in password:
        mix(byte)
    sealed = bytearray()
    for byte in plain:
        low = (keys[2] | 2) & 0xFFFF
        sealed.append(byte ^ (low * (low ^ 1) >> 8 & 0xFF))
        mix(byte)
    return bytes(sealed)


def _crc(value: int, byte: int) -> int:
    """One step of CRC-32, by bits: zlib's own turns the value round before and after."""
    value ^= byte
    for _ in range(8):
        value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value
