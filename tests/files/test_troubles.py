"""What a file system complains about, in the user's words."""

import errno
import os
import re

import pytest

from jiebei_desktop import text
from jiebei_desktop.files.troubles import reason

SAID = {
    "ENOSPC": "磁盘满了",
    "EDQUOT": "磁盘满了（到了你的配额）",
    "EFBIG": "文件超过了这里允许的大小",
    "EACCES": "没有权限",
    "EPERM": "没有权限",
    "EROFS": "这个位置只能读，不能写",
    "EISDIR": "这是一个文件夹",
    "ENOTDIR": "路径中间有一个不是文件夹",
    "ENAMETOOLONG": "文件名太长",
    "EINVAL": "这里不能用这个文件名",
    "EILSEQ": "这里不能用这个文件名",
    "ENOENT": "文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）",
    "ENODEV": "磁盘不在了（移动硬盘、U 盘是不是拔掉了？）",
    "ENXIO": "磁盘不在了（移动硬盘、U 盘是不是拔掉了？）",
    "EIO": "磁盘读写出错，可能拔掉了或者坏了",
    "ESTALE": "网络文件夹断开了",
    "ENOTCONN": "网络文件夹断开了",
    "ECONNREFUSED": "网络文件夹断开了",
    "ECONNRESET": "网络文件夹断开了",
    "ENETUNREACH": "网络文件夹断开了",
    "ETIMEDOUT": "网络文件夹没有回应",
    "EHOSTUNREACH": "网络文件夹没有回应",
    "EBUSY": "文件正被别的程序占用",
    "EAGAIN": "文件正被别的程序占用",
    "ENOLCK": "文件正被别的程序占用",
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    "ELOOP": "链接指来指去，绕成了一圈",
    "ENOTSUP": "这个位置不支持这样做",
    "EOPNOTSUPP": "这个位置不支持这样做",
    "ENOSYS": "这个位置不支持这样做",
}


def trouble(name: str) -> OSError:
    number = getattr(errno, name)
    return OSError(number, os.strerror(number), "/home/王小明/plan.jiehua")


@pytest.mark.parametrize("name", SAID)
def test_each_trouble_is_said_in_the_user_s_words(name):
    assert reason(trouble(name)) == SAID[name]


@pytest.mark.parametrize("name", SAID)
def test_each_trouble_is_said_in_english_and_not_as_the_system_says_it(name):
    text.use(text.ENGLISH)
    said = reason(trouble(name))
    assert re.fullmatch(r"[ -~]+", said)
    assert said != os.strerror(getattr(errno, name))
    assert said[0].islower()


def test_what_nobody_thought_of_is_said_as_the_system_says_it():
    assert reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert reason(OSError(99_999, "跨设备")) == "跨设备"
    assert reason(OSError("only words")) == "only words"


def test_something_is_said_of_an_error_that_says_nothing():
    assert reason(OSError()) == "系统没有说为什么"
    assert reason(OSError(99_999, "")) == "[Errno 99999] "
    assert reason(OSError("")) == "系统没有说为什么"
