package dev.interlock.openapi;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs patterns of documents in linear time. Those that cannot be (look-around, back references, huge repeats) match
 * everything and are known as unchecked.
 */
final class SafePatterns implements RegularExpressionFactory {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_REPEATS = 1_000;
    private static final int MAX_SUBJECT = 1024 * 1024;
    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final Map<String, Optional<Pattern>> compiled = new ConcurrentHashMap<>();

    @Override
    public RegularExpression getRegularExpression(String pattern) {
        var safe = compile(pattern);
        return text -> safe.isEmpty()
                || text.length() > MAX_SUBJECT
                || safe.get().matcher(text).find();
    }

    boolean safe(String pattern) {
        return compile(pattern).isPresent();
    }

    /** The pattern ready to run; empty when it cannot be run safely. */
    Optional<Pattern> compile(String pattern) {
        return compiled.computeIfAbsent(pattern, SafePatterns::compiled);
    }

    private static Optional<Pattern> compiled(String pattern) {
        if (pattern.length() > MAX_LENGTH || repeats(pattern) > MAX_REPEATS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException | StackOverflowError refused) {
            return Optional.empty();
        }
    }

    /** The product of all counted repeats, an upper bound of what nesting them can grow to. */
    private static long repeats(String pattern) {
        var product = 1L;
        var matcher = REPEAT.matcher(pattern);
        while (matcher.find() && product <= MAX_REPEATS) {
            var upper = matcher.group(2) == null || matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            product *= nested(pattern, matcher.end()) ? Math.max(1, Long.parseLong(upper)) : 1;
            product = Math.max(product, Long.parseLong(upper));
        }
        return product;
    }

    /** Whether a repeat may stand inside a group that is repeated again. */
    private static boolean nested(String pattern, int from) {
        return pattern.indexOf(')', from) >= 0 || (from >= 2 && pattern.lastIndexOf(')', from) >= 0);
    }
}
