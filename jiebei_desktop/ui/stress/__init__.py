"""The parts of the page 压力测试."""
