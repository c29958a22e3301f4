package dev.interlock.security.person;

import dev.interlock.security.SecurityProblem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Argon2id with 19 MiB, two passes and one lane. At most four hashes are computed at once, since each takes memory and
 * half a processor for a while.
 */
@Component
class Passwords {
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final SingletonSupplier<String> nobody =
            SingletonSupplier.of(() -> encoder.encode("the password of nobody"));

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a check of a password, so that an unknown e-mail cannot be told from a wrong password. */
    void pretend(String password) {
        inTurn(() -> encoder.matches(password, nobody.obtain()));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw SecurityProblem.TOO_MANY_SIGN_INS.because("Too many people sign in at this moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SecurityProblem.TOO_MANY_SIGN_INS.because("Signing in was interrupted.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
