package dev.interlock.openapi;

import dev.interlock.platform.Finding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a zip in memory by its central directory. Refuses links, encrypted and overlapping entries, other packings than
 * store and deflate, and whatever grows beyond the limits.
 */
final class ZipFiles {
    private static final int MAX_ARCHIVE = 64 * 1024 * 1024;
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_UNPACKED = 64L * 1024 * 1024;
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int LINK = 0xA000;
    private static final int KIND = 0xF000;

    private record Entry(String name, int flags, int method, int packed, int unpacked, int mode, int offset) {}

    private final ByteBuffer zip;
    private final List<Finding> faults = new ArrayList<>();
    private long unpackedTotal;

    private ZipFiles(byte[] archive) {
        this.zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Map<String, byte[]> read(byte[] archive) {
        if (archive.length > MAX_ARCHIVE) {
            throw refused("The archive has more than 64 MiB.");
        }
        try {
            return new ZipFiles(archive).files();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException broken) {
            throw refused("The archive is damaged.");
        }
    }

    private static UnreadableDocument refused(String what) {
        return new UnreadableDocument(fault(what));
    }

    private static Finding fault(String what) {
        return Findings.error("", what, "Pack only the JSON and YAML files of the document.");
    }

    private Map<String, byte[]> files() throws DataFormatException {
        var entries = entries();
        entries.forEach(this::check);
        checkOverlap(entries);
        if (!faults.isEmpty()) {
            throw new UnreadableDocument(faults);
        }
        var files = new LinkedHashMap<String, byte[]>();
        for (var entry : entries) {
            if (BundlePaths.isDocument(entry.name())) {
                files.put(entry.name(), unpacked(entry));
            }
        }
        return files;
    }

    private List<Entry> entries() {
        var end = endOfDirectory();
        var count = Short.toUnsignedInt(zip.getShort(end + 10));
        if (count > MAX_ENTRIES) {
            throw refused("The archive has %,d entries; the limit is %,d.".formatted(count, MAX_ENTRIES));
        }
        var entries = new ArrayList<Entry>();
        var at = zip.getInt(end + 16);
        for (var index = 0; index < count; index++) {
            if (zip.getInt(at) != CENTRAL) {
                throw new IllegalArgumentException("central directory");
            }
            entries.add(entry(at));
            at += 46 + size(at + 28) + size(at + 30) + size(at + 32);
        }
        return entries;
    }

    private int endOfDirectory() {
        for (var at = zip.capacity() - 22; at >= Math.max(0, zip.capacity() - 22 - 0xffff); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw refused("The file is not a complete zip archive.");
    }

    private Entry entry(int at) {
        var name = new byte[size(at + 28)];
        zip.get(at + 46, name);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                size(at + 8),
                size(at + 10),
                zip.getInt(at + 20),
                zip.getInt(at + 24),
                zip.getInt(at + 38) >>> 16,
                zip.getInt(at + 42));
    }

    private int size(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private void check(Entry entry) {
        BundlePaths.fault(entry.name()).ifPresent(faults::add);
        if ((entry.mode() & KIND) == LINK) {
            faults.add(fault("The entry '%s' is a link.".formatted(entry.name())));
        } else if ((entry.flags() & 1) != 0) {
            faults.add(fault("The entry '%s' is encrypted.".formatted(entry.name())));
        } else if (entry.method() != 0 && entry.method() != 8) {
            faults.add(fault("The entry '%s' is packed in an unknown way.".formatted(entry.name())));
        }
    }

    private void checkOverlap(List<Entry> entries) {
        var packed = entries.stream()
                .mapToLong(entry -> Integer.toUnsignedLong(entry.packed()))
                .sum();
        var starts = entries.stream().mapToInt(Entry::offset).distinct().count();
        if (packed > zip.capacity() || starts < entries.size()) {
            faults.add(fault("Entries of the archive overlap."));
        }
    }

    private byte[] unpacked(Entry entry) throws DataFormatException {
        if (zip.getInt(entry.offset()) != LOCAL) {
            throw new IllegalArgumentException("local header");
        }
        var start = entry.offset() + 30 + size(entry.offset() + 26) + size(entry.offset() + 28);
        var packed = new byte[entry.packed()];
        zip.get(start, packed);
        if (entry.method() == 0) {
            grow(packed.length);
            return packed;
        }
        return inflated(packed);
    }

    private byte[] inflated(byte[] packed) throws DataFormatException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var out = new ByteArrayOutputStream();
            var buffer = new byte[16 * 1024];
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("incomplete");
                }
                grow(count);
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private void grow(int bytes) {
        unpackedTotal += bytes;
        if (unpackedTotal > MAX_UNPACKED) {
            throw refused("The archive unpacks to more than 64 MiB.");
        }
    }
}
