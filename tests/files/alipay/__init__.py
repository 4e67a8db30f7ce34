"""The tests of reading an Alipay statement."""
