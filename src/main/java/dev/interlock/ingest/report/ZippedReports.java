package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.UnreadableReport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the reports in a zip file one after the other; only the zip itself is kept on disk meanwhile. */
final class ZippedReports {
    private static final long MOST_PACKED = 256L << 20;
    private static final long MOST_UNPACKED = 512L << 20;

    private final String file;
    private long bytes;

    ZippedReports(String file) {
        this.file = file;
    }

    /** Takes one report of the zip; the stream ends where the report does. */
    @FunctionalInterface
    interface Entry {
        /** Reads the whole report or refuses it. */
        void read(String name, InputStream in) throws IOException, UnreadableReport;
    }

    /** Gives every report; answers how many other files there were. */
    int each(InputStream in, Entry entry) throws IOException, UnreadableReport {
        var kept = Files.createTempFile("reports", ".zip");
        try {
            keep(in, kept);
            ZipDirectory.check(file, kept);
            return read(kept, entry);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private void keep(InputStream in, Path kept) throws IOException, UnreadableReport {
        try (var out = Files.newOutputStream(kept)) {
            var buffer = new byte[64 << 10];
            var length = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > MOST_PACKED) {
                    throw ZipDirectory.refusal(file, "The zip file is longer than " + (MOST_PACKED >> 20) + " MiB.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private int read(Path kept, Entry entry) throws IOException, UnreadableReport {
        var others = 0;
        try (var zip = new ZipFile(kept.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var next = all.nextElement();
                if (isReport(next)) {
                    entry.read(file + ": " + next.getName(), new Counted(zip.getInputStream(next)));
                } else if (!next.isDirectory()) {
                    others++;
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw ZipDirectory.refusal(file, "The zip file is damaged: " + e.getMessage());
        }
        return others;
    }

    private static boolean isReport(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !name.startsWith("__macosx/")
                && (name.endsWith(".xml") || name.endsWith(".json") || name.endsWith(".trx"));
    }

    /** One entry, which counts towards what may come out of the zip. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            bytes += read;
            if (bytes > MOST_UNPACKED) {
                throw new ZipException("it unpacks to more than " + (MOST_UNPACKED >> 20) + " MiB");
            }
        }
    }
}
