package dev.interlock.outbound;

import java.time.Duration;

/** The guarded client as it is set up usually, with five seconds for everything and no listeners of its own. */
final class TestHttp {
    private static final int MOST_BYTES = 10_485_760;

    private TestHttp() {}

    static ApacheGuardedHttp guarded() {
        var five = Duration.ofSeconds(5);
        var limits = new OutboundProperties(true, five, five, five, MOST_BYTES, 64, 32);
        var check = new AddressCheck((address, port) -> false);
        return new ApacheGuardedHttp(new HttpPools(new SystemNameLookup(limits.lookup()), check, limits), MOST_BYTES);
    }
}
