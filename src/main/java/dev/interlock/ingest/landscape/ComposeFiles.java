package dev.interlock.ingest.landscape;

import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Compose files of one upload, and the files they name; nothing outside the upload is looked for. */
final class ComposeFiles {
    private static final int DEEPEST = 20;
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_]\\w{0,200})(?::?[-?+]([^}]{0,500}))?}|([A-Za-z_]\\w{0,200}))");

    private final Map<String, JsonNode> roots;
    private final List<Upload> uploads;
    private final Landscape into;
    private final Map<String, String> variables;

    ComposeFiles(Map<String, JsonNode> roots, List<Upload> uploads, Landscape into) {
        this.roots = roots;
        this.uploads = uploads;
        this.into = into;
        this.variables = upload(".env").map(ComposeFiles::variables).orElse(Map.of());
    }

    /** Files that others extend; what they hold runs only as part of those. */
    Set<String> extended() {
        var names = new LinkedHashSet<String>();
        roots.forEach((file, root) -> root.path("services").valueStream().forEach(service -> {
            var from = Nodes.text(service.path("extends"), "file");
            roots.keySet().stream()
                    .filter(one -> !one.equals(file) && same(one, from))
                    .forEach(names::add);
        }));
        return names;
    }

    /** A service with all it extends. */
    ComposeService service(String file, String name, int depth) {
        var node = roots.getOrDefault(file, MissingNode.getInstance())
                .path("services")
                .path(name);
        if (depth > DEEPEST) {
            into.note(Finding.warning(
                    where(file, name), "It extends itself, or more than 20 others.", "Break the chain."));
            return ComposeService.NOTHING;
        }
        return base(file, name, node.path("extends"), depth).with(own(file, name, node));
    }

    private ComposeService base(String file, String name, JsonNode from, int depth) {
        if (from.isMissingNode() || from.isNull()) {
            return ComposeService.NOTHING;
        }
        into.count("extends", 1);
        var service = from.isObject() ? Nodes.text(from, "service") : Nodes.plain(from);
        var wanted = Nodes.text(from, "file");
        var there = wanted.isEmpty()
                ? Optional.of(file)
                : roots.keySet().stream().filter(one -> same(one, wanted)).findFirst();
        if (there.isEmpty() || !root(there.get()).path("services").has(service)) {
            into.note(Finding.warning(
                    where(file, name),
                    "It extends " + service + (wanted.isEmpty() ? "" : " of " + wanted) + ", which was not sent.",
                    "Send that file along; it is not looked for elsewhere."));
            return ComposeService.NOTHING;
        }
        return service(there.get(), service, depth + 1);
    }

    private JsonNode root(String file) {
        return roots.getOrDefault(file, MissingNode.getInstance());
    }

    private ComposeService own(String file, String name, JsonNode node) {
        var environment = new LinkedHashMap<String, String>();
        for (var one : envFiles(node.path("env_file"))) {
            upload(one)
                    .ifPresentOrElse(
                            sent -> environment.putAll(variables(sent)),
                            () -> into.note(Finding.info(
                                    where(file, name),
                                    "Its env file " + one + " was not sent.",
                                    "Send it along to see more.")));
        }
        environment.putAll(pairs(node.path("environment")));
        environment.replaceAll((variable, value) -> resolved(value));
        var links = new LinkedHashSet<String>();
        Nodes.texts(node.path("links")).forEach(link -> links.add(link.split(":", 2)[0]));
        return new ComposeService(
                resolved(Nodes.text(node, "image")), environment, names(node.path("depends_on")), links);
    }

    private static Set<String> names(JsonNode node) {
        return node.isObject() ? Nodes.map(node).keySet() : new LinkedHashSet<>(Nodes.texts(node));
    }

    private static List<String> envFiles(JsonNode node) {
        return node.isArray()
                ? node.valueStream()
                        .map(one -> one.isObject() ? Nodes.text(one, "path") : Nodes.plain(one))
                        .toList()
                : Nodes.texts(node);
    }

    private static Map<String, String> pairs(JsonNode node) {
        if (node.isObject()) {
            return Nodes.map(node);
        }
        var pairs = new LinkedHashMap<String, String>();
        Nodes.texts(node).forEach(line -> put(pairs, line));
        return pairs;
    }

    private static Map<String, String> variables(Upload file) {
        var all = new LinkedHashMap<String, String>();
        new String(file.content(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .limit(10_000)
                .forEach(line -> put(all, line.startsWith("export ") ? line.substring(7) : line));
        return all;
    }

    private static void put(Map<String, String> pairs, String line) {
        var at = line.indexOf('=');
        if (at > 0) {
            pairs.put(
                    line.substring(0, at).strip(),
                    line.substring(at + 1).strip().replaceAll("^[\"']|[\"']$", ""));
        }
    }

    private String resolved(String value) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            var name = found.group(1) == null ? found.group(3) : found.group(1);
            var otherwise = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(variables.getOrDefault(name, otherwise));
        });
    }

    private Optional<Upload> upload(String name) {
        var found = uploads.stream().filter(one -> same(one.fileName(), name)).findFirst();
        found.ifPresent(one -> into.usedFiles.add(one.fileName()));
        return found;
    }

    /** Uploads often come without their folders, so the last part of the name decides. */
    static boolean same(String sent, String named) {
        return !named.isEmpty() && last(sent).equals(last(named));
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String where(String file, String service) {
        return file + ", services/" + service;
    }
}
