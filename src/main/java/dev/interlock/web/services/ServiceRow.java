package dev.interlock.web.services;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.view.ScoreBadge;
import dev.interlock.web.view.Status;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as lists show it.
 *
 * @param version the newest reported, null without
 * @param paths those through it
 */
record ServiceRow(Service service, @Nullable ServiceVersion version, List<PathRow> paths) {

    String key() {
        return service.key().value();
    }

    /** The highest score of its paths, null without scored paths. */
    public @Nullable ScoreBadge badge() {
        return paths.stream()
                .max(Comparator.comparingDouble(PathRow::score))
                .map(PathRow::badge)
                .orElse(null);
    }

    double score() {
        return paths.stream().mapToDouble(PathRow::score).max().orElse(0);
    }

    /** The worst state of its paths. */
    public Status status() {
        var states = paths.stream().map(PathRow::status).toList();
        return List.of(Status.FAILING, Status.STALE, Status.VERIFIED, Status.UNTESTED).stream()
                .filter(states::contains)
                .findFirst()
                .orElse(Status.UNTESTED);
    }
}
