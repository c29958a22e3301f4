package dev.interlock.web.runs;

import dev.interlock.history.DayCounts;
import dev.interlock.web.view.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Outcomes of each day as one column: what failed below, what passed above.
 *
 * @param columns one a day, oldest at the left
 * @param width of the picture
 * @param words what a reader of the page hears
 */
public record DayBars(List<Column> columns, int width, String words, List<DayCounts> days) {
    private static final int STEP = 22;
    private static final int HEIGHT = 72;

    /** A day. */
    public record Column(int x, List<Part> parts, String title) {}

    /** A stretch of a column. */
    public record Part(String fill, double y, double height) {}

    static DayBars of(List<DayCounts> days) {
        var most = Math.max(1, days.stream().mapToLong(DayCounts::total).max().orElse(1));
        var columns = new ArrayList<Column>();
        for (var i = 0; i < days.size(); i++) {
            columns.add(column(days.get(i), i * STEP, most));
        }
        return new DayBars(List.copyOf(columns), days.size() * STEP, words(days), days);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.total() == 0);
    }

    private static Column column(DayCounts day, int x, long most) {
        var parts = new ArrayList<Part>();
        var bottom = (double) HEIGHT;
        for (var entry : amounts(day)) {
            if (entry.getValue() > 0) {
                var height = Math.max(2, (HEIGHT - 4.0) * entry.getValue() / most);
                bottom -= height;
                parts.add(new Part(entry.getKey().fill(), Math.max(0, bottom), height));
            }
        }
        return new Column(x, List.copyOf(parts), title(day));
    }

    private static List<Map.Entry<Status, Long>> amounts(DayCounts day) {
        return List.of(
                Map.entry(Status.FAILED, day.failed()),
                Map.entry(Status.BROKEN, day.broken()),
                Map.entry(Status.BLOCKED, day.blocked()),
                Map.entry(Status.SKIPPED, day.skipped() + day.cancelled()),
                Map.entry(Status.PASSED, day.passed()));
    }

    private static String title(DayCounts day) {
        return day.day() + ": " + day.passed() + " passed, " + day.failed() + " failed, " + day.broken() + " broken";
    }

    private static String words(List<DayCounts> days) {
        var passed = days.stream().mapToLong(DayCounts::passed).sum();
        var failed = days.stream().mapToLong(day -> day.failed() + day.broken()).sum();
        var took = days.stream().map(DayCounts::took).reduce(Duration.ZERO, Duration::plus);
        return "Last " + days.size() + " days: " + passed + " results passed, " + failed + " failed or broke, in "
                + took.toMinutes() + " min of testing";
    }
}
