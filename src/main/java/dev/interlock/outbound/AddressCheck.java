package dev.interlock.outbound;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether an address may be connected to. */
final class AddressCheck {
    private final OwnListeners ownListeners;

    AddressCheck(OwnListeners ownListeners) {
        this.ownListeners = ownListeners;
    }

    /** The refusal, or empty when the connection may be made. */
    Optional<Refusal> refusal(String host, InetAddress address, int port, OutboundPolicy policy) {
        return AddressTable.reachedBy(address).stream()
                .map(reached -> refusalOf(host, address, reached, port, policy))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> refusalOf(
            String host, InetAddress address, InetAddress reached, int port, OutboundPolicy policy) {
        var rule = ownListeners.include(reached, port) ? AddressRule.OWN_LISTENER : AddressTable.ruleOf(reached);
        if (permits(policy, rule, reached, port)) {
            return Optional.empty();
        }
        var opening = rule.openable() ? Opening.exactly(reached, port) : null;
        var sentence = sentence(host, address, port, rule, opening);
        return Optional.of(new Refusal(rule, address.getHostAddress(), port, opening, sentence));
    }

    private static boolean permits(OutboundPolicy policy, AddressRule rule, InetAddress address, int port) {
        if (rule == AddressRule.PUBLIC && policy.publicAllowed()) {
            return true;
        }
        return rule.openable() && policy.openings().stream().anyMatch(opening -> opening.covers(address, port));
    }

    private static String sentence(
            String host, InetAddress address, int port, AddressRule rule, @Nullable Opening opening) {
        var literal = address.getHostAddress();
        var who = host.equals(literal) ? literal : host + " (" + literal + ")";
        var next = opening == null
                ? "No opening can change that; use another address."
                : "An instance administrator can open " + opening.cidr() + " port " + opening.ports()
                        + " for the environment.";
        return "%s port %d was not contacted: %s (rule %s). %s".formatted(who, port, rule.reason(), rule, next);
    }
}
