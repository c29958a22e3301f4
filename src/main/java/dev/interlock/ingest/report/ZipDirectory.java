package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.UnreadableReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Looks through the directory of a zip file before anything of it is unpacked, and refuses what no honest one has. */
final class ZipDirectory {
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int LINK = 0xA000;
    private static final int KIND = 0xF000;

    private final String file;
    private final ByteBuffer zip;
    private final Set<Integer> starts = new HashSet<>();
    private long packed;

    private ZipDirectory(String file, ByteBuffer zip) {
        this.file = file;
        this.zip = zip.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Refuses too many entries, names that lead elsewhere, links, encrypted and overlapping entries. */
    static void check(String file, Path zip) throws IOException, UnreadableReport {
        try (var channel = FileChannel.open(zip)) {
            var whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            new ZipDirectory(file, whole).check();
        } catch (IndexOutOfBoundsException damaged) {
            throw refusal(file, "The zip file is damaged.");
        }
    }

    private void check() throws UnreadableReport {
        var end = end();
        var count = size(end + 10);
        if (count > MOST_ENTRIES) {
            throw refusal(file, "The zip file has more than " + MOST_ENTRIES + " entries.");
        }
        var at = zip.getInt(end + 16);
        for (var number = 0; number < count; number++) {
            if (zip.getInt(at) != ENTRY) {
                throw refusal(file, "The zip file is damaged.");
            }
            checkEntry(at, name(at));
            at += 46 + size(at + 28) + size(at + 30) + size(at + 32);
        }
        if (packed > zip.capacity() || starts.size() < count) {
            throw refusal(file, "Entries of the zip file overlap.");
        }
    }

    private void checkEntry(int at, String name) throws UnreadableReport {
        if ((size(at + 8) & 1) != 0) {
            throw refusal(file, "The entry \"" + name + "\" is encrypted.");
        }
        if (((zip.getInt(at + 38) >>> 16) & KIND) == LINK) {
            throw refusal(file, "The entry \"" + name + "\" is a link.");
        }
        if (leadsElsewhere(name)) {
            throw refusal(file, "The entry \"" + name + "\" has a name that leads out of the zip file.");
        }
        packed += Integer.toUnsignedLong(zip.getInt(at + 20));
        starts.add(zip.getInt(at + 42));
    }

    private static boolean leadsElsewhere(String name) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.matches("[A-Za-z]:.*")
                || ("/" + name + "/").contains("/../");
    }

    private String name(int at) {
        var bytes = new byte[Math.min(size(at + 28), LONGEST_NAME)];
        zip.get(at + 46, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int end() throws UnreadableReport {
        for (var at = zip.capacity() - END_BYTES; at >= Math.max(0, zip.capacity() - END_BYTES - 0xffff); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw refusal(file, "The zip file is empty, damaged or cut off.");
    }

    private int size(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    static UnreadableReport refusal(String file, String problem) {
        return new UnreadableReport(file, problem, "Zip the reports again and send them.");
    }
}
