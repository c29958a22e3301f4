package dev.interlock.history.log;

import dev.interlock.history.Blame;
import dev.interlock.history.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes two failures the same problem: cause, blamed hop and the sentence without what differs by chance. */
final class Signature {
    private static final int LONGEST = 1_000;
    private static final Pattern BY_CHANCE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}" // uuid
                    + "|\\b\\d{4}-\\d\\d-\\d\\d[t ][0-9:.]+(?:z|[+-]\\d\\d:?\\d\\d)?" // time
                    + "|@[0-9a-f]{4,16}\\b" // identity of an object
                    + "|\\b(?=[a-z_]*\\d)[0-9a-z_]{9,}\\b" // generated id
                    + "|[-+]?\\d+(?:[.,]\\d+)*"); // number
    /** Which step saw it, and how many further checks went with it: one cause shows itself in many steps. */
    private static final Pattern BY_PLACE = Pattern.compile(
            "^[a-z0-9_.-]+: (?=expected )|; \\d+ more checks? do(?:es)? not hold| \\(after \\d+ attempts\\)");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Signature() {}

    /** 32 hexadecimal digits. */
    static String of(Failure failure) {
        return hash(hop(failure) + "\n" + normalised(withoutStep(failure)));
    }

    /** The same for all failures of one cause at one hop; for runs that would make too many problems. */
    static String coarse(Failure failure) {
        return hash(hop(failure));
    }

    static String normalised(String sentence) {
        var text = sentence.substring(0, Math.min(sentence.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return SPACES.matcher(
                        BY_CHANCE.matcher(BY_PLACE.matcher(text).replaceAll("")).replaceAll("#"))
                .replaceAll(" ")
                .strip();
    }

    private static String withoutStep(Failure failure) {
        var place = failure.step() + ": ";
        return failure.sentence().startsWith(place) ? failure.sentence().substring(place.length()) : failure.sentence();
    }

    private static String hop(Failure failure) {
        return failure.cause() + "\n" + hop(failure.blame());
    }

    private static String hop(@Nullable Blame blame) {
        return blame == null ? "" : Objects.toString(blame.consumer(), "?") + ">" + blame.provider();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
