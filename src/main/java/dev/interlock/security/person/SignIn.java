package dev.interlock.security.person;

import dev.interlock.platform.Actor;
import dev.interlock.security.AuditLog;
import dev.interlock.security.SecurityProblem;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Checks e-mail and password. */
@Component
class SignIn {
    private static final int FREE_FOR_AN_ADDRESS = 20;
    private static final int LONGEST = 254;

    private final PersonTable people;
    private final Passwords passwords;
    private final SignInDelay delay;
    private final AuditLog audit;

    SignIn(PersonTable people, Passwords passwords, SignInDelay delay, AuditLog audit) {
        this.people = people;
        this.passwords = passwords;
        this.delay = delay;
        this.audit = audit;
    }

    /** The account these belong to; otherwise a refusal that tells nobody which of the two was wrong. */
    PersonTable.Account check(String email, String password, String address) {
        var account = "account:" + shortened(email.strip().toLowerCase(Locale.ROOT));
        var network = "network:" + network(address);
        refuseWhileWaiting(account);
        refuseWhileWaiting(network);
        var found = people.findByEmail(shortened(email));
        var matches = found.map(known -> passwords.matches(shortened(password), known.passwordHash()))
                .orElseGet(() -> {
                    passwords.pretend(shortened(password));
                    return false;
                });
        if (found.isEmpty() || !matches || !found.get().person().active()) {
            delay.failed(account, 0);
            delay.failed(network, FREE_FOR_AN_ADDRESS);
            var actor = new Actor(Actor.Kind.PERSON, "", shortened(email));
            audit.record(null, actor, "sign-in.refused", "session", null, null);
            throw SecurityProblem.SIGN_IN_IS_REFUSED.because("E-mail and password do not belong together.");
        }
        delay.succeeded(account);
        return found.get();
    }

    private void refuseWhileWaiting(String subject) {
        var left = delay.left(subject);
        if (left.isPositive()) {
            throw SecurityProblem.TOO_MANY_SIGN_INS.because(
                    "There were several wrong tries; the next one counts in " + seconds(left) + ".");
        }
    }

    private static String seconds(Duration left) {
        var seconds = left.toSeconds() + 1;
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }

    /** An IPv4 address, or the /64 of an IPv6 address. */
    static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
