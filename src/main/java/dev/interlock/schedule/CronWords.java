package dev.interlock.schedule;

import com.cronutils.parser.CronParser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in words what is wrong with a cron nobody can read. */
final class CronWords {
    private static final List<String> FIELDS = List.of(
            "minute (0-59)", "hour (0-23)", "day of month (1-31)", "month (1-12)", "day of week (0-7 or MON-SUN)");

    private CronWords() {}

    /** One sentence that names the fields at fault. */
    static String fault(String cron, CronParser parser) {
        var parts = Arrays.asList(cron.strip().split("\\s+"));
        var start = "The cron \"" + cron.strip() + "\" ";
        if (parts.size() != FIELDS.size()) {
            return start + "has " + parts.size() + (parts.size() == 1 ? " field" : " fields")
                    + " and needs five: minute, hour, day of month, month, day of week. Every night at two is"
                    + " 0 2 * * *.";
        }
        var wrong = IntStream.range(0, FIELDS.size())
                .filter(i -> !isRead(alone(parts.get(i), i), parser))
                .mapToObj(i -> "\"" + parts.get(i) + "\" is no " + FIELDS.get(i))
                .collect(Collectors.joining(", "));
        return start + "cannot be read: " + (wrong.isEmpty() ? "its fields do not go together" : wrong)
                + ". Each field takes *, a value, a list 1,15, a range 1-5 or a step */10.";
    }

    private static String alone(String part, int place) {
        return IntStream.range(0, FIELDS.size())
                .mapToObj(i -> i == place ? part : "*")
                .collect(Collectors.joining(" "));
    }

    private static boolean isRead(String cron, CronParser parser) {
        try {
            parser.parse(cron).validate();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
