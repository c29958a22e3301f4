package dev.interlock.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a name into its addresses; a literal into itself. */
interface NameLookup {
    InetAddress[] lookup(String host) throws UnknownHostException;
}
