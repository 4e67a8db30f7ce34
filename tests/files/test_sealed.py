"""Content under a password: what opens it, what doesn't, and what is said then."""

import base64
import copy
import json
import pickle
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.files.plan_file import (
    DamagedPlanError,
    LockedPlanError,
    load_plan,
    plan_content,
    read_plan,
    resealed,
    save_plan,
)
from jiebei_desktop.files.sealed import Cost, Secret, WrongPasswordError, as_bytes, is_sealed, secret_for

PLANS = Path(__file__).parents[1] / "data" / "plans"
KEPT = PLANS / "sealed.jiehua"
TYPED = "我的密码 2026"
QUICK = Cost(128, 1, 1)
"""The least that a file may ask for; what a password has to take is not what these tests are about."""
CONTENT = '{"name": "借呗 12,000 元"}'.encode()


def quick(password: str = TYPED) -> Secret:
    return Secret(password, cost=QUICK)


def sealed_with(part: str, value: object, secret: Secret | None = None) -> dict:
    """A sealed object with another value in one part of it, or of what makes its key."""
    sealed = (secret or quick()).seal(CONTENT)
    if part.startswith("key."):
        sealed["key"] = {**sealed["key"], part.removeprefix("key."): value}
    else:
        sealed[part] = value
    return sealed


@given(content=st.binary(max_size=2_000), password=st.text(max_size=40))
def test_what_is_sealed_opens_with_its_password(content, password):
    sealed = json.loads(as_bytes(quick(password).seal(content)))
    assert is_sealed(sealed)
    assert secret_for(sealed, password).open(sealed) == content


def test_a_file_under_a_password_opens_with_it_and_with_its_secret(tmp_path):
    path, plan = tmp_path / "plan.jiehua", load_plan(PLANS / "schema-2.jiehua")
    secret = Secret(TYPED)
    save_plan(path, plan, secret)
    by_password, by_secret = read_plan(path, TYPED), read_plan(path, None, secret)
    assert by_password.plan == by_secret.plan == plan
    assert by_secret.secret is secret
    assert by_password.secret is not None
    assert by_password.secret.made_for(json.loads(path.read_bytes()))


def test_nothing_of_the_plan_can_be_read_in_the_file(tmp_path):
    path = tmp_path / "plan.jiehua"
    save_plan(path, load_plan(PLANS / "schema-2.jiehua"), Secret(TYPED))
    content = path.read_bytes()
    assert content.isascii()
    data = json.loads(content)
    assert list(data) == ["format", "version", "key", "cipher", "check", "content"]
    for part in ("王小明", "jiebei", "12000", "loans", TYPED):
        assert part.encode() not in content
        assert part.encode() not in base64.b64decode(data["content"])


def test_the_kept_file_opens_for_ever():
    plan = read_plan(KEPT, "我的密码 2026").plan
    assert plan == load_plan(PLANS / "first.jiehua").model_copy(update={"name": "有密码的计划"})
    assert json.loads(KEPT.read_bytes())["key"] == {
        "by": "argon2id",
        "salt": "6KRz7PKEp7XIjeln/Oordw==",
        "memory": 65536,
        "iterations": 3,
        "lanes": 4,
    }


def test_what_is_sealed_can_be_opened_without_the_program():
    data = json.loads(KEPT.read_bytes())
    key = data["key"]
    made = Argon2id(
        salt=base64.b64decode(key["salt"]),
        length=32,
        iterations=key["iterations"],
        lanes=key["lanes"],
        memory_cost=key["memory"],
    ).derive("我的密码 2026".encode())
    head = {name: data[name] for name in ("format", "version", "key", "cipher")}
    for part, start in (("check", b"sure"), ("content", b'{\n  "format": "jiehua-plan"')):
        blob = base64.b64decode(data[part])
        bound = json.dumps([head, part], sort_keys=True).encode()
        assert AESGCM(made).decrypt(blob[:12], blob[12:], bound).startswith(start)


def test_what_was_sealed_without_the_program_opens():
    key = {"by": "argon2id", "salt": base64.b64encode(b"0123456789abcdef").decode(), "memory": 1024}
    head = {"format": "jiehua-sealed", "version": 1, "key": {**key, "iterations": 2, "lanes": 2}}
    head["cipher"] = "aes-256-gcm"
    made = Argon2id(salt=b"0123456789abcdef", length=32, iterations=2, lanes=2, memory_cost=1024).derive(b"12345678")
    sealed = {**head}
    for number, (part, content) in enumerate((("check", b"sure"), ("content", CONTENT))):
        nonce = bytes([number]) * 12
        bound = json.dumps([head, part], sort_keys=True).encode()
        sealed[part] = base64.b64encode(nonce + AESGCM(made).encrypt(nonce, content, bound)).decode()
    assert secret_for(sealed, "12345678").open(sealed) == CONTENT


@pytest.mark.parametrize(
    "password", ["", "我的密码 2027", "我的密码2026", "我的密码 2026 ", "我的密码 2026\0", "x" * 9_999]
)
def test_another_password_opens_nothing(password):
    sealed = quick().seal(CONTENT)
    with pytest.raises(WrongPasswordError):
        secret_for(sealed, password).open(sealed)


def test_a_wrong_password_says_so_and_nothing_more(tmp_path):
    path = tmp_path / "plan.jiehua"
    save_plan(path, load_plan(PLANS / "first.jiehua"), quick())
    for password, said in ((None, "plan.jiehua 有密码。"), ("", "plan.jiehua 有密码。"), ("12345678", "密码不对。")):
        with pytest.raises(LockedPlanError) as caught:
            read_plan(path, password)
        assert str(caught.value) == said
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__


def test_a_password_is_the_same_however_it_is_typed():
    sealed = quick("Mima 2026 é 密码").seal(CONTENT)
    for typed in ("Ｍｉｍａ　２０２６ é 密码", "Mima 2026 e\u0301 密码", "Mima\u00a02026 é 密码"):
        assert secret_for(sealed, typed).open(sealed) == CONTENT
    with pytest.raises(WrongPasswordError):
        secret_for(sealed, "mima 2026 é 密码").open(sealed)


def test_half_a_letter_in_a_password_is_no_trouble():
    sealed = quick("a\ud83d").seal(CONTENT)
    assert secret_for(sealed, "a\ud83d").open(sealed) == CONTENT


def test_the_same_content_is_different_each_time_it_is_sealed():
    secret = quick()
    sealed = [secret.seal(CONTENT) for _ in range(50)]
    for part in ("check", "content"):
        assert len({each[part] for each in sealed}) == 50
        assert len({base64.b64decode(each[part])[:12] for each in sealed}) == 50
    assert quick().seal(CONTENT)["key"] != quick().seal(CONTENT)["key"]


# --- what was changed -------------------------------------------------------------------------------------------------


def test_a_turned_bit_anywhere_never_gives_other_content():
    secret = quick()
    content = as_bytes(secret.seal(CONTENT))
    other = refused = 0
    for bit in range(len(content) * 8):
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        try:
            data = json.loads(damaged)
            assert secret.open(data) == CONTENT
            other += 1  # white space, or bits of base64 that say nothing
        except (ValueError, WrongPasswordError):  # a DamagedError is a ValueError, as that of JSON
            refused += 1
    assert other < 200
    assert refused > 2_000


@pytest.mark.parametrize("place", [0, 11, 12, 20, -17, -16, -1])
def test_a_changed_byte_of_the_content_is_seen_at_once(place):
    secret = quick()
    sealed = secret.seal(CONTENT)
    blob = bytearray(base64.b64decode(sealed["content"]))
    blob[place] ^= 1
    with pytest.raises(DamagedError) as caught:
        secret.open({**sealed, "content": base64.b64encode(blob).decode()})
    assert str(caught.value) == "加密的内容坏了"


def test_content_that_was_cut_off_or_continued_is_damaged():
    secret = quick()
    sealed = secret.seal(CONTENT)
    blob = base64.b64decode(sealed["content"])
    for other in (blob[:-1], blob[:28], blob[:27], b"", blob + b"\0", blob[1:]):
        with pytest.raises(DamagedError):
            secret.open({**sealed, "content": base64.b64encode(other).decode()})


def test_parts_of_two_files_do_not_go_together():
    one, other = quick(), quick()
    first, second = one.seal(b"first"), other.seal(b"second")
    again = one.seal(b"again")
    assert one.open({**first, "check": again["check"]}) == b"first"
    with pytest.raises(DamagedError):
        one.open({**first, "content": second["content"]})
    with pytest.raises(DamagedError):
        one.open({**first, "content": first["check"]})
    with pytest.raises(WrongPasswordError):
        one.open({**first, "check": first["content"]})
    with pytest.raises(WrongPasswordError):
        one.open({**first, "key": second["key"]})


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("key.memory", 2 * 1024 * 1024),
        ("key.memory", 128 * 1024 + 1),
        ("key.memory", 127),
        ("key.memory", 0),
        ("key.memory", -1),
        ("key.memory", True),
        ("key.memory", 65536.0),
        ("key.memory", "65536"),
        ("key.memory", 10**4_000),
        ("key.iterations", 13),
        ("key.iterations", 0),
        ("key.iterations", None),
        ("key.lanes", 17),
        ("key.lanes", 0),
        ("key.lanes", []),
        ("key.by", "argon2d"),
        ("key.by", None),
        ("key.salt", ""),
        ("key.salt", base64.b64encode(b"x" * 15).decode()),
        ("key.salt", base64.b64encode(b"x" * 17).decode()),
        ("key.salt", "******"),
        ("key.salt", "六KRz7PKEp7XIjeln/Oordw=="),
        ("key.salt", 5),
        ("key", None),
        ("key", []),
        ("cipher", "aes-128-gcm"),
        ("cipher", None),
    ],
)
def test_what_no_key_is_made_from_is_refused_before_one_is_made(part, value):
    with pytest.raises(DamagedError, match="加密的内容坏了"):
        secret_for(sealed_with(part, value), TYPED)


@pytest.mark.parametrize("part", ["by", "salt", "memory", "iterations", "lanes", "key", "cipher", "check", "content"])
def test_a_missing_part_is_damage(part):
    secret = quick()
    sealed = secret.seal(CONTENT)
    (sealed if part in sealed else sealed["key"]).pop(part)
    with pytest.raises(DamagedError, match="加密的内容坏了"):
        secret.open(sealed)


@pytest.mark.parametrize("part", ["check", "content"])
@pytest.mark.parametrize("value", [None, 5, "", "AAAA", "*", "非", [], base64.b64encode(b"x" * 27).decode()])
def test_what_is_no_sealed_content_is_damaged(part, value):
    secret = quick()
    with pytest.raises(DamagedError, match="加密的内容坏了"):
        secret.open(sealed_with(part, value, secret))


def test_a_newer_way_of_sealing_says_so():
    with pytest.raises(DamagedError, match="加密的方式比这个程序新，请升级后再打开"):
        secret_for(sealed_with("version", 2), TYPED)


@pytest.mark.parametrize("version", [0, -1, None, "1", True, 1.0])
def test_a_changed_version_opens_nothing(version):
    secret = quick()
    with pytest.raises((DamagedError, WrongPasswordError)):
        secret.open(sealed_with("version", version, secret))


def test_what_a_file_says_beside_it_does_not_matter():
    secret = quick()
    sealed = {**sealed_with("key.note", "x", secret), "colour": "green"}
    assert secret.open(sealed) == CONTENT


def test_a_damaged_sealed_file_names_itself(tmp_path):
    path = tmp_path / "plan.jiehua"
    path.write_bytes(as_bytes(sealed_with("key.memory", 2 * 1024 * 1024)))
    with pytest.raises(DamagedPlanError) as caught:
        read_plan(path, TYPED)
    assert str(caught.value) == "plan.jiehua 读不了：加密的内容坏了。文件没有被改动。"


# --- the secret keeps its key -----------------------------------------------------------------------------------------


def test_a_secret_shows_its_key_to_nobody():
    secret = quick()
    key = secret._key
    assert len(key) == 32
    for shown in (repr(secret), str(secret), f"{secret}", repr([secret]), repr({"secret": secret})):
        assert TYPED not in shown
        assert key.hex() not in shown
        assert repr(key)[2:-1] not in shown
    with pytest.raises(TypeError):
        vars(secret)
    assert not hasattr(secret, "__dict__")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_secret_is_not_pickled(protocol):
    with pytest.raises(TypeError, match="a secret stays where it is"):
        pickle.dumps(quick(), protocol)


def test_a_secret_is_not_copied():
    for copied in (copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="a secret stays where it is"):
            copied(quick())


def test_the_key_is_in_no_message():
    secret, other = quick(), quick()
    for open_it in (lambda: other.open(secret.seal(CONTENT)), lambda: secret.open(sealed_with("content", "x", secret))):
        with pytest.raises((WrongPasswordError, DamagedError)) as caught:
            open_it()
        assert secret._key.hex() not in repr(caught.value)
        assert str(caught.value) in {"", "加密的内容坏了"}


# --- another password -------------------------------------------------------------------------------------------------


def test_another_password_changes_the_envelope_and_no_byte_of_what_is_in_it():
    plain = plan_content(load_plan(PLANS / "first.jiehua")).replace(b"\n", b"\r\n")
    old, new = quick("old"), quick("new")
    sealed = resealed(plain, None, old)
    again = resealed(sealed, old, new)
    assert new.open(json.loads(again)) == plain
    assert resealed(again, new, None) == plain
    assert resealed(plain, old, None) == plain
    with pytest.raises(WrongPasswordError):
        resealed(again, old, None)
    assert resealed(again, None, new) == again  # it is under that one already
    with pytest.raises(DamagedError):
        resealed(b"nothing", None, new)
