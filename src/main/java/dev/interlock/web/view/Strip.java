package dev.interlock.web.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The last results as a row of cells, oldest at the left; colour, pattern and height differ between statuses.
 *
 * @param cells one for each result, padded with empty ones at the left
 * @param width of the picture
 * @param words what a reader of the page hears
 */
public record Strip(List<Cell> cells, int width, String words) {
    private static final int STEP = 9;
    private static final int HEIGHT = 16;

    /**
     * One result.
     *
     * @param fill class with colour and pattern
     */
    public record Cell(String fill, int x, int y, int height) {}

    /**
     * Draws the newest results.
     *
     * @param newestFirst results, newest first
     * @param size number of cells, such as ten
     */
    public static Strip of(List<Status> newestFirst, int size) {
        var shown = new ArrayList<>(newestFirst.subList(0, Math.min(size, newestFirst.size())));
        Collections.reverse(shown);
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < size; i++) {
            var at = i - (size - shown.size());
            cells.add(at < 0 ? cell("f-rest", 3, i) : cell(shown.get(at).fill(), height(shown.get(at)), i));
        }
        return new Strip(List.copyOf(cells), size * STEP, words(shown));
    }

    private static Cell cell(String fill, int height, int index) {
        return new Cell(fill, index * STEP, HEIGHT - height, height);
    }

    private static int height(Status status) {
        return switch (status) {
            case PASSED -> 9;
            case SKIPPED, CANCELLED, NONE -> 5;
            case FLAKY, BLOCKED -> 13;
            default -> HEIGHT;
        };
    }

    private static String words(List<Status> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return "no results yet";
        }
        var counts = oldestFirst.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        var parts = counts.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + lower(entry.getKey()))
                .collect(Collectors.joining(", "));
        return "last " + oldestFirst.size() + ": " + parts + "; newest " + lower(oldestFirst.getLast());
    }

    private static String lower(Status status) {
        return status.word().toLowerCase(Locale.ROOT);
    }
}
