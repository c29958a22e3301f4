package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.ReportedCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes one case of those that differ in their parameters only: its verdict is the worst, its time the sum. */
final class MergedCases {
    private MergedCases() {}

    static List<ReportedCase> of(List<ReportedCase> cases) {
        var merged = new LinkedHashMap<String, ReportedCase>();
        for (var one : cases) {
            var bare = one.withoutParameters();
            merged.merge(bare.identity(), bare, ReportedCase::mergedWith);
        }
        return new ArrayList<>(merged.values());
    }
}
