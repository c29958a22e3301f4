package dev.interlock.outbound;

import static dev.interlock.outbound.AddressRule.*;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rule an address falls under. The first matching row decides. */
final class AddressTable {
    private record Row(Network network, AddressRule rule) {}

    private static final List<Row> ROWS = List.of(
            row("168.63.129.16", METADATA),
            row("100.100.100.200", METADATA),
            row("192.0.0.192", METADATA),
            row("0.0.0.0/8", UNSPECIFIED),
            row("127.0.0.0/8", LOOPBACK),
            row("169.254.0.0/16", LINK_LOCAL),
            row("10.0.0.0/8", PRIVATE),
            row("172.16.0.0/12", PRIVATE),
            row("192.168.0.0/16", PRIVATE),
            row("100.64.0.0/10", CARRIER_NAT),
            row("192.0.0.0/24", SPECIAL_USE),
            row("192.0.2.0/24", SPECIAL_USE),
            row("192.88.99.0/24", SPECIAL_USE),
            row("198.18.0.0/15", SPECIAL_USE),
            row("198.51.100.0/24", SPECIAL_USE),
            row("203.0.113.0/24", SPECIAL_USE),
            row("224.0.0.0/4", MULTICAST),
            row("255.255.255.255", MULTICAST),
            row("240.0.0.0/4", RESERVED),
            row("0.0.0.0/0", PUBLIC),
            row("fd00:ec2::254", METADATA),
            row("fd20:ce::254", METADATA),
            row("::", UNSPECIFIED),
            row("::1", LOOPBACK),
            row("fe80::/10", LINK_LOCAL),
            row("ff00::/8", MULTICAST),
            row("fc00::/7", UNIQUE_LOCAL),
            row("fec0::/10", SPECIAL_USE),
            row("2001:db8::/32", SPECIAL_USE),
            row("3fff::/20", SPECIAL_USE),
            row("2001::/23", SPECIAL_USE),
            row("2000::/3", PUBLIC),
            row("::/0", RESERVED));

    /** A prefix behind which IPv4 addresses hide, the offsets of their bytes, and whether they are written inverted. */
    private record Tunnel(Network network, int offset, int mask) {}

    private static final List<Tunnel> TUNNELS = List.of(
            new Tunnel(Network.parse("64:ff9b::/96"), 12, 0),
            new Tunnel(Network.parse("2002::/16"), 2, 0),
            new Tunnel(Network.parse("2001::/32"), 4, 0),
            new Tunnel(Network.parse("2001::/32"), 12, 0xff),
            new Tunnel(Network.parse("0:0:0:0:ffff::/96"), 12, 0),
            new Tunnel(Network.parse("::/96"), 12, 0));

    private AddressTable() {}

    static AddressRule ruleOf(InetAddress address) {
        return ROWS.stream()
                .filter(row -> row.network.contains(address))
                .findFirst()
                .orElseThrow()
                .rule;
    }

    /** The addresses that a connection to this one would really reach, as far as its form tells: usually itself. */
    static List<InetAddress> reachedBy(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4 || ruleOf(address) == UNSPECIFIED || ruleOf(address) == LOOPBACK) {
            return List.of(address);
        }
        var reached = new ArrayList<InetAddress>();
        TUNNELS.stream()
                .filter(tunnel -> tunnel.network.contains(address))
                .forEach(tunnel -> reached.add(embedded(bytes, tunnel.offset, tunnel.mask)));
        if (reached.isEmpty()) {
            reached.add(address);
        }
        if (isIsatap(bytes)) {
            reached.add(embedded(bytes, 12, 0));
        }
        return reached;
    }

    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
    }

    private static InetAddress embedded(byte[] bytes, int offset, int mask) {
        var part = Arrays.copyOfRange(bytes, offset, offset + 4);
        for (var i = 0; i < part.length; i++) {
            part[i] ^= (byte) mask;
        }
        try {
            return Inet4Address.getByAddress(part);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(String network, AddressRule rule) {
        return new Row(Network.parse(network), rule);
    }
}
