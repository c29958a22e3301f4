package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tools that try a failed case again may write it once for each try, within one suite. Those are one case that was tried
 * several times and ended as its last try did; of other tools the same name twice is two cases.
 */
final class JUnitRepeats {
    private final CaseSink sink;
    private final Map<String, ReportedCase> waiting = new LinkedHashMap<>();

    JUnitRepeats(CaseSink sink) {
        this.sink = sink;
    }

    void take(ReportedCase one, boolean repeatsFailed) {
        if (!repeatsFailed) {
            sink.take(one);
            return;
        }
        var before = waiting.get(one.identity());
        if (before != null && !isBad(before)) {
            sink.take(one);
        } else {
            waiting.put(one.identity(), before == null ? one : again(before, one));
        }
    }

    /** The suite ends: what waited for another try is complete. */
    void end() {
        waiting.values().forEach(sink::take);
        waiting.clear();
    }

    private static ReportedCase again(ReportedCase before, ReportedCase one) {
        var tried = one.tried(before.attempts() + one.attempts(), one.verdict() == Verdict.PASSED);
        return one.message().isEmpty() ? tried.because(before.message()) : tried;
    }

    private static boolean isBad(ReportedCase one) {
        return one.verdict() == Verdict.FAILED || one.verdict() == Verdict.BROKEN;
    }
}
