package dev.interlock.catalog.observed;

import dev.interlock.catalog.TrafficNews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the newest two days of an integration with those before. Pure. */
final class NewsOfTraffic {
    private static final int ENOUGH = 20;
    private static final int USUAL = 10;
    private static final double MORE_ERRORS = 0.05;
    private static final double SLOWER = 2;

    /** First day that counts as new. */
    private final LocalDate since;

    private final boolean before;

    /**
     * @param newest newest day of the project
     * @param oldest oldest day of the project
     */
    NewsOfTraffic(LocalDate newest, LocalDate oldest) {
        this.since = newest.minusDays(1);
        this.before = oldest.isBefore(since);
    }

    /** What is new; empty when nothing is, or when there is nothing to compare with. */
    Optional<TrafficNews> of(List<EdgeTraffic> days) {
        var recent = sum(days, true);
        var earlier = sum(days, false);
        if (!before) {
            return Optional.empty();
        }
        if (earlier == null) {
            return Optional.of(new TrafficNews(TrafficNews.Sort.NEW, "Seen since " + first(recent) + "."));
        }
        if (recent == null) {
            return earlier.calls() < USUAL
                    ? Optional.empty()
                    : Optional.of(new TrafficNews(
                            TrafficNews.Sort.VANISHED, "Not seen since " + day(earlier) + ", while others are."));
        }
        return changed(recent, earlier);
    }

    private static Optional<TrafficNews> changed(EdgeTraffic recent, EdgeTraffic earlier) {
        if (recent.calls() < ENOUGH || earlier.calls() < ENOUGH) {
            return Optional.empty();
        }
        var words = new ArrayList<String>();
        var more = recent.errorShare() - earlier.errorShare();
        if (more >= MORE_ERRORS && recent.errorShare() >= SLOWER * earlier.errorShare()) {
            words.add(
                    "errors rose from %s to %s".formatted(percent(earlier.errorShare()), percent(recent.errorShare())));
        }
        var slow = recent.quantileMs(0.95);
        if (slow >= SLOWER * earlier.quantileMs(0.95) && slow >= 1) {
            words.add("the slowest twentieth now takes %s instead of %s"
                    .formatted(millis(slow), millis(earlier.quantileMs(0.95))));
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var sentence = String.join("; ", words) + ".";
        return Optional.of(new TrafficNews(
                TrafficNews.Sort.CHANGED, sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)));
    }

    private @Nullable EdgeTraffic sum(List<EdgeTraffic> days, boolean recent) {
        return days.stream()
                .filter(day -> day.day().isBefore(since) != recent)
                .filter(day -> day.calls() > 0)
                .reduce(EdgeTraffic::and)
                .orElse(null);
    }

    private static String first(@Nullable EdgeTraffic traffic) {
        return traffic == null ? "now" : traffic.first().toString().substring(0, 10);
    }

    private static String day(EdgeTraffic traffic) {
        return traffic.last().toString().substring(0, 10);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String millis(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f ms", value) : Math.round(value) + " ms";
    }
}
