package dev.interlock.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of addresses with a common prefix. */
record Network(InetAddress base, int prefix) {
    /** Reads {@code address/prefix} or a single address, both in canonical form. */
    static Network parse(String text) {
        var slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash), text);
        var bits = address.getAddress().length * 8;
        var prefix = slash < 0 ? bits : number(text.substring(slash + 1), bits, text);
        var base = masked(address, prefix);
        if (!base.equals(address)) {
            throw new IllegalArgumentException(
                    "\"%s\" has bits beyond its prefix; write %s/%d".formatted(text, base.getHostAddress(), prefix));
        }
        return new Network(base, prefix);
    }

    static Network single(InetAddress address) {
        return new Network(address, address.getAddress().length * 8);
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && masked(address, prefix).equals(base);
    }

    private static InetAddress literal(String text, String whole) {
        try {
            if (HostText.isCanonicalIpv4(text) || HostText.looksLikeIpv6(text)) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(wrong(whole), e);
        }
        throw new IllegalArgumentException(wrong(whole));
    }

    private static int number(String text, int most, String whole) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(wrong(whole));
    }

    private static String wrong(String whole) {
        return "\"%s\" is not a network; write it like 10.20.0.0/16 or fd12:3456::/32".formatted(whole);
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        var bytes = Arrays.copyOf(address.getAddress(), address.getAddress().length);
        for (var bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}
