package dev.interlock.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on what is sent to addresses users choose.
 *
 * @param publicAllowed whether public addresses are reachable without an opening
 * @param lookup longest time for looking a name up
 * @param connect longest time for opening a connection
 * @param handshake longest time for the TLS handshake
 * @param bodyBytes most bytes of an answer that are read, encoded and decoded alike
 * @param connections most connections of one environment
 * @param connectionsPerHost most connections of one environment to one host and port
 */
@ConfigurationProperties("interlock.outbound")
record OutboundProperties(
        @DefaultValue("true") boolean publicAllowed,
        @DefaultValue("5s") Duration lookup,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("5s") Duration handshake,
        @DefaultValue("10485760") int bodyBytes,
        @DefaultValue("512") int connections,
        @DefaultValue("256") int connectionsPerHost) {}
