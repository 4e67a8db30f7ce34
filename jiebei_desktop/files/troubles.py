"""What a file system complains about, in the user's words."""

from __future__ import annotations

import errno

from jiebei_desktop.text import translate


def reason(error: OSError | ValueError) -> str:
    """Return why a file could not be read or written, and what to do where that can be said.

    A `ValueError` is what Python raises for a name with a sign that no path can have.
    """
    if not isinstance(error, OSError):
        return translate("Troubles", "这里不能用这个文件名")
    known = {
        errno.ENOSPC: translate("Troubles", "磁盘满了"),
        errno.EDQUOT: translate("Troubles", "磁盘满了（到了你的配额）"),
        errno.EFBIG: translate("Troubles", "文件超过了这里允许的大小"),
        errno.EACCES: translate("Troubles", "没有权限"),
        errno.EPERM: translate("Troubles", "没有权限"),
        errno.EROFS: translate("Troubles", "这个位置只能读，不能写"),
        errno.EISDIR: translate("Troubles", "这是一个文件夹"),
        errno.EEXIST: translate("Troubles", "这里有一个同名的别的东西"),
        errno.ENOTDIR: translate("Troubles", "路径中间有一个不是文件夹"),
        errno.ENAMETOOLONG: translate("Troubles", "文件名太长"),
        errno.EINVAL: translate("Troubles", "这里不能用这个文件名"),
        errno.EILSEQ: translate("Troubles", "这里不能用这个文件名"),
        errno.ENOENT: translate("Troubles", "文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）"),
        errno.ENODEV: translate("Troubles", "磁盘不在了（移动硬盘、U 盘是不是拔掉了？）"),
        errno.ENXIO: translate("Troubles", "磁盘不在了（移动硬盘、U 盘是不是拔掉了？）"),
        errno.EIO: translate("Troubles", "磁盘读写出错，可能拔掉了或者坏了"),
        errno.ESTALE: translate("Troubles", "网络文件夹断开了"),
        errno.ETIMEDOUT: translate("Troubles", "网络文件夹没有回应"),
        errno.ENOTCONN: translate("Troubles", "网络文件夹断开了"),
        errno.ECONNREFUSED: translate("Troubles", "网络文件夹断开了"),
        errno.ECONNRESET: translate("Troubles", "网络文件夹断开了"),
        errno.ENETUNREACH: translate("Troubles", "网络文件夹断开了"),
        errno.EHOSTUNREACH: translate("Troubles", "网络文件夹没有回应"),
        errno.EBUSY: translate("Troubles", "文件正被别的程序占用"),
        errno.EAGAIN: translate("Troubles", "文件正被别的程序占用"),
        errno.ENOLCK: translate("Troubles", "文件正被别的程序占用"),
        errno.EMFILE: translate("Troubles", "打开的文件太多"),
        errno.ENFILE: translate("Troubles", "打开的文件太多"),
        errno.ELOOP: translate("Troubles", "链接指来指去，绕成了一圈"),
        errno.ENOTSUP: translate("Troubles", "这个位置不支持这样做"),
        errno.EOPNOTSUPP: translate("Troubles", "这个位置不支持这样做"),
        errno.ENOSYS: translate("Troubles", "这个位置不支持这样做"),
    }
    said = known.get(error.errno or 0) or error.strerror or str(error)
    return said or translate("Troubles", "系统没有说为什么")
