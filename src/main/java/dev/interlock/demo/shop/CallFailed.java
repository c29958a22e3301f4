package dev.interlock.demo.shop;

/** A service behind did not give what was asked of it. */
class CallFailed extends RuntimeException {
    CallFailed(String message) {
        super(message);
    }
}
