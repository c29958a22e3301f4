package dev.interlock.outbound;

import java.net.InetAddress;

/** Where other processes of Interlock listen: never a target, whatever is opened. */
public interface OtherListeners {
    /** Whether one of them listens there. */
    boolean include(InetAddress address, int port);
}
