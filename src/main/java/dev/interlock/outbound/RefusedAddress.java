package dev.interlock.outbound;

import java.net.UnknownHostException;

/** Carries a refusal through the client, which expects failures of a lookup in this form. */
final class RefusedAddress extends UnknownHostException {
    private final transient Refusal refusal;

    RefusedAddress(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
