package dev.interlock.web.results;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Purpose;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.ReportLabels;
import dev.interlock.ingest.SentFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person says about a report.
 *
 * @param unit whether it is the report of the unit tests of the service
 * @param ignoreParameters whether cases that differ in their parameters only are one test
 */
record ResultForm(
        @Nullable List<MultipartFile> file,
        @Nullable String service,
        @Nullable String version,
        @Nullable String branch,
        @Nullable String commit,
        @Nullable String build,
        @Nullable String environment,
        @Nullable Purpose purpose,
        @Nullable String note,
        @Nullable Boolean unit,
        @Nullable Boolean ignoreParameters) {
    private static final int MOST_BYTES = 32 << 20;

    static ResultForm empty() {
        return new ResultForm(null, "", "", "main", "", "", "", null, "", null, null);
    }

    /** A file that was read into memory. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(String name, byte[] content) {
        SentFile sent() {
            return new SentFile(name, () -> new ByteArrayInputStream(content));
        }
    }

    /** The files that were chosen, at most 32 MiB together. */
    List<Kept> files() {
        var kept = new ArrayList<Kept>();
        var bytes = 0L;
        for (var one : file == null ? List.<MultipartFile>of() : file) {
            bytes += one.getSize();
            if (bytes > MOST_BYTES) {
                throw IngestProblem.REPORT_IS_UNREADABLE.because(
                        "The files are larger than 32 MiB together, which is the most a page takes. "
                                + "Send them by REST, which takes 256 MiB.");
            }
            if (!one.isEmpty()) {
                kept.add(new Kept(Objects.requireNonNullElse(one.getOriginalFilename(), "report.xml"), bytes(one)));
            }
        }
        return List.copyOf(kept);
    }

    ReportLabels labels(@Nullable String idempotencyKey) {
        return new ReportLabels(
                text(service).isEmpty() ? null : new ServiceKey(text(service)),
                text(version),
                text(commit),
                text(branch),
                text(environment).isEmpty() ? null : new EnvironmentKey(text(environment)),
                purpose,
                (text(note) + " " + text(build)).strip(),
                Boolean.TRUE.equals(unit),
                Boolean.TRUE.equals(ignoreParameters),
                Map.of(),
                idempotencyKey);
    }

    private static byte[] bytes(MultipartFile one) {
        try {
            return one.getBytes();
        } catch (IOException failure) {
            throw IngestProblem.REPORT_IS_UNREADABLE.because("The upload broke off.");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
