package dev.interlock.arazzo.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/** The largest product of nested counted repeats, worked out before anything is compiled. */
final class RepeatCost {
    private static final long TOO_MANY = 1_000_000_000L;

    private final String text;
    private final Deque<Long> open = new ArrayDeque<>();
    private long inside = 1;
    private long last = 1;

    private RepeatCost(String text) {
        this.text = text;
    }

    static long of(String text) {
        return new RepeatCost(text).whole();
    }

    private long whole() {
        var index = 0;
        while (index < text.length()) {
            index = next(index);
        }
        while (!open.isEmpty()) {
            inside = Math.max(inside, open.pop());
        }
        return inside;
    }

    private int next(int index) {
        switch (text.charAt(index)) {
            case '\\' -> {
                last = 1;
                return index + 2;
            }
            case '[' -> {
                last = 1;
                return afterClass(index);
            }
            case '(' -> {
                open.push(inside);
                inside = 1;
            }
            case ')' -> close();
            case '{' -> {
                return repeat(index);
            }
            default -> last = "*+?".indexOf(text.charAt(index)) < 0 ? 1 : last;
        }
        return index + 1;
    }

    private void close() {
        last = inside;
        inside = Math.max(inside, open.isEmpty() ? 1 : open.pop());
    }

    private int afterClass(int index) {
        var at = index + 1;
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ']') {
            at++;
        }
        while (at < text.length() && text.charAt(at) != ']') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int repeat(int index) {
        var end = text.indexOf('}', index);
        if (end < 0) {
            return index + 1;
        }
        last = Math.min(TOO_MANY, last * largest(text.substring(index + 1, end)));
        inside = Math.max(inside, last);
        return end + 1;
    }

    private static long largest(String counts) {
        long best = 1;
        for (var count : counts.split(",", -1)) {
            var digits = !count.isEmpty() && count.chars().allMatch(each -> each >= '0' && each <= '9');
            best = digits ? Math.max(best, count.length() > 6 ? TOO_MANY : Long.parseLong(count)) : best;
        }
        return best;
    }
}
