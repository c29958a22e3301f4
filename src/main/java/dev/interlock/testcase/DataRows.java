package dev.interlock.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads small data sets written as comma-separated values (RFC 4180) whose first line names the columns. */
public final class DataRows {
    private final String text;
    private int at;

    private DataRows(String text) {
        this.text = text;
    }

    /** The rows below the line of names; empty values are left out, so that defaults apply. */
    public static List<Map<String, @Nullable Object>> csv(String text) {
        var lines = new DataRows(text).lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        var names = lines.getFirst();
        return lines.stream().skip(1).map(line -> row(names, line)).toList();
    }

    private static Map<String, @Nullable Object> row(List<String> names, List<String> values) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < Math.min(names.size(), values.size()); i++) {
            if (!values.get(i).isEmpty()) {
                row.put(names.get(i).strip(), values.get(i));
            }
        }
        return row;
    }

    private List<List<String>> lines() {
        var lines = new ArrayList<List<String>>();
        while (at < text.length()) {
            var line = line();
            if (line.size() > 1 || !line.getFirst().isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<String> line() {
        var values = new ArrayList<String>();
        values.add(value());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value());
        }
        skipLineEnd();
        return values;
    }

    private String value() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        var start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != '"') {
                value.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                at++;
                break;
            }
        }
        value.append(plain());
        return value.toString();
    }

    private void skipLineEnd() {
        while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
            at++;
        }
    }
}
