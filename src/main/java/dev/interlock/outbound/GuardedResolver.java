package dev.interlock.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The choke point: the client asks here for names and literals alike, and connects to nothing but the answer. One refused
 * address refuses them all, so that a name cannot hide a closed address behind an open one.
 */
final class GuardedResolver implements DnsResolver {
    private final NameLookup names;
    private final AddressCheck check;
    private final OutboundPolicy policy;

    GuardedResolver(NameLookup names, AddressCheck check, OutboundPolicy policy) {
        this.names = names;
        this.check = check;
        this.policy = policy;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var addresses = Exchange.timed(Exchange.Part.DNS, () -> names.lookup(host));
        if (addresses.length == 0) {
            throw new UnknownHostException("no address for that name");
        }
        for (var address : addresses) {
            var refusal = check.refusal(host, address, port, policy);
            if (refusal.isPresent()) {
                throw new RefusedAddress(refusal.get());
            }
        }
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException("addresses are only given together with a port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
