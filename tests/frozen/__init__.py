"""The packed program, tried from outside: `make check-bundle`, not a part of `make test`."""
