package dev.interlock.openapi;

import dev.interlock.openapi.tree.TreeLimits;
import dev.interlock.openapi.tree.Trees;
import dev.interlock.openapi.tree.UnreadableTree;
import dev.interlock.platform.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of files inside an upload. */
final class BundlePaths {
    private static final int MAX_NAME = 500;
    private static final Pattern VERSION =
            Pattern.compile("(?m)^[\\s{,]*[\"']?(openapi|swagger)[\"']?\\s*:|\"(openapi|swagger)\"\\s*:");

    private BundlePaths() {}

    static Optional<Finding> fault(String name) {
        var plain = name.replace('\\', '/');
        if (plain.startsWith("/") || plain.matches("[A-Za-z]:.*")) {
            return Optional.of(refused(name, "is an absolute name"));
        }
        if (("/" + plain + "/").contains("/../")) {
            return Optional.of(refused(name, "leads outside with '..'"));
        }
        return name.length() > MAX_NAME || name.indexOf('\0') >= 0
                ? Optional.of(refused(name, "is too long or has a zero byte"))
                : Optional.empty();
    }

    private static Finding refused(String name, String why) {
        var shown = name.length() > 100 ? name.substring(0, 100) + "..." : name;
        return Findings.error(
                "", "The file name '%s' %s.".formatted(shown, why), "Use names relative to the top of the upload.");
    }

    static String normalised(String name) {
        return resolved("", name.replace('\\', '/')).orElse(name);
    }

    /** The name a relative reference means, seen from a file; empty when it leads outside the upload. */
    static Optional<String> resolved(String from, String reference) {
        var parts = new ArrayDeque<String>();
        var folder = from.lastIndexOf('/');
        var whole = (folder < 0 ? "" : from.substring(0, folder + 1)) + reference;
        for (var part : whole.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    static boolean isDocument(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("__macosx/")
                && (lower.endsWith(".json") || lower.endsWith(".yaml") || lower.endsWith(".yml"));
    }

    /** Whether the top of a file has the key of a version; only likely files are parsed. */
    static boolean namesVersion(String name, byte[] content) {
        if (!VERSION.matcher(new String(content, StandardCharsets.UTF_8)).find()) {
            return false;
        }
        try {
            var root = Trees.read(name, content, TreeLimits.DOCUMENT).root();
            return root.has("openapi") || root.has("swagger");
        } catch (UnreadableTree broken) {
            return true;
        }
    }
}
