package dev.interlock.outbound;

import java.net.InetAddress;

/**
 * A range of addresses and ports an instance administrator opened for one environment.
 *
 * @param cidr a network in CIDR form, such as {@code 10.20.0.0/16} or {@code ::1/128}
 * @param ports {@code *}, or a list of ports and ranges, such as {@code 8080,9000-9100}
 */
public record Opening(String cidr, String ports) {
    /** Reads both parts; refused with {@link OutboundProblem#OPENING_IS_MALFORMED} and what would be right. */
    public Opening {
        try {
            cidr = Network.parse(cidr.strip()).toString();
            ports = PortSet.parse(ports).toString();
        } catch (IllegalArgumentException e) {
            throw OutboundProblem.OPENING_IS_MALFORMED.because(e.getMessage() + ".");
        }
    }

    /** The narrowest opening that lets this one address and port through. */
    public static Opening exactly(InetAddress address, int port) {
        return new Opening(Network.single(address).toString(), Integer.toString(port));
    }

    /** Whether the address and the port both lie in this opening. */
    public boolean covers(InetAddress address, int port) {
        return Network.parse(cidr).contains(address) && PortSet.parse(ports).contains(port);
    }
}
