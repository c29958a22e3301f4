package dev.interlock.outbound;

import java.net.InetAddress;

/** Where Interlock itself and its database listen: never a target, whatever is opened. */
interface OwnListeners {
    boolean include(InetAddress address, int port);
}
