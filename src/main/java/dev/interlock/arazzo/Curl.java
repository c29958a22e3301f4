package dev.interlock.arazzo;

import java.util.Comparator;
import java.util.Set;

/** Writes a request as a curl command a person can paste into a shell. */
public final class Curl {
    private static final String BREAK = " \\\n  ";

    private Curl() {}

    /**
     * The command.
     *
     * @param call the request, secrets already masked as {@code $NAME}
     * @param variables names that stand for secrets; {@code $NAME} stays open to the shell, everything else is quoted
     */
    public static String of(HttpCall call, Set<String> variables) {
        var command = new StringBuilder("curl");
        if (call.method().equals("HEAD")) {
            command.append(" --head");
        } else if (!call.method().equals("GET") || call.body().length > 0) {
            command.append(" -X ").append(quoted(call.method(), variables));
        }
        command.append(' ').append(quoted(call.uri().toString(), variables));
        for (var header : call.headers()) {
            var text = header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
            command.append(BREAK).append("-H ").append(quoted(text, variables));
        }
        if (call.body().length > 0) {
            command.append(BREAK).append("--data-raw ").append(quoted(call.bodyText(), variables));
        }
        return command.toString();
    }

    private static String quoted(String text, Set<String> variables) {
        var result = new StringBuilder("'");
        var at = 0;
        while (at < text.length()) {
            var name = variableAt(text, at, variables);
            if (name.isEmpty()) {
                result.append(text.charAt(at) == '\'' ? "'\\''" : String.valueOf(text.charAt(at)));
                at++;
            } else {
                result.append("'\"$").append(name).append("\"'");
                at += name.length() + 1;
            }
        }
        return result.append('\'').toString();
    }

    private static String variableAt(String text, int at, Set<String> variables) {
        if (text.charAt(at) != '$') {
            return "";
        }
        return variables.stream()
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*") && text.startsWith(name, at + 1))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
