package dev.interlock.security.person;

import dev.interlock.platform.Actor;
import dev.interlock.security.AuditLog;
import dev.interlock.security.SecurityProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks e-mail and password. */
@Component
class SignIn {
    private static final int FREE_FOR_AN_ADDRESS = 20;
    private static final int LONGEST = 254;

    private final PersonTable people;
    private final Passwords passwords;
    private final SignInDelay delay;
    private final KnownDevices devices;
    private final AuditLog audit;

    SignIn(PersonTable people, Passwords passwords, SignInDelay delay, KnownDevices devices, AuditLog audit) {
        this.people = people;
        this.passwords = passwords;
        this.delay = delay;
        this.devices = devices;
        this.audit = audit;
    }

    /** The account these belong to; otherwise a refusal that tells nobody which of the two was wrong. */
    PersonTable.Account check(HttpServletRequest request, String email, String password) {
        var found = people.findByEmail(shortened(email));
        var device =
                found.flatMap(known -> devices.subject(request, known.person().id()));
        var network = "network:" + network(request.getRemoteAddr());
        if (device.isEmpty()) {
            refuseWhileWaiting(delay.left(network));
        }
        var tries = device.orElseGet(() -> "account:" + shortened(email.strip().toLowerCase(Locale.ROOT)));
        refuseWhileWaiting(delay.claim(tries));
        if (found.isEmpty()
                || !matches(found, password)
                || !found.get().person().active()) {
            delay.failed(network, FREE_FOR_AN_ADDRESS);
            var actor = new Actor(Actor.Kind.PERSON, "", shortened(email));
            audit.record(null, actor, "sign-in.refused", "session", null, null);
            throw SecurityProblem.SIGN_IN_IS_REFUSED.because("E-mail and password do not belong together.");
        }
        delay.succeeded(tries);
        return found.get();
    }

    private boolean matches(Optional<PersonTable.Account> found, String password) {
        if (found.isEmpty()) {
            passwords.pretend(shortened(password));
            return false;
        }
        return passwords.matches(shortened(password), found.get().passwordHash());
    }

    private static void refuseWhileWaiting(Duration left) {
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
