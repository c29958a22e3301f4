package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.UnreadableReport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads the reports in a zip file one after the other, without unpacking it anywhere. */
final class ZippedReports {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 1L << 30;

    private final String file;
    private int entries;
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
        var others = 0;
        var zip = new ZipInputStream(in);
        try {
            for (var next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw refusal("The zip file has more than " + MOST_ENTRIES + " entries.");
                }
                if (isReport(next)) {
                    entry.read(file + ": " + next.getName(), new Counted(zip));
                } else if (!next.isDirectory()) {
                    others++;
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw refusal("The zip file is damaged: " + e.getMessage());
        }
        if (entries == 0) {
            throw refusal("The zip file is empty or damaged.");
        }
        return others;
    }

    private static boolean isReport(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !name.startsWith("__macosx/")
                && (name.endsWith(".xml") || name.endsWith(".json") || name.endsWith(".trx"));
    }

    private UnreadableReport refusal(String problem) {
        return new UnreadableReport(file, problem, "Zip the reports again and send them.");
    }

    /** One entry, which does not close the zip and counts towards what may come out of it. */
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

        @Override
        public void close() {
            // the next entry is read from the same stream
        }

        private void count(int read) throws IOException {
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw new ZipException("it unpacks to more than " + (MOST_BYTES >> 20) + " MiB");
            }
        }
    }
}
