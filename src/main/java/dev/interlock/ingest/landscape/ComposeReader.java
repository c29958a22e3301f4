package dev.interlock.ingest.landscape;

import dev.interlock.catalog.Known;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads compose files: what runs, what is said to depend on what, and hosts in the environment as guesses. */
final class ComposeReader {
    private final Map<String, JsonNode> roots;
    private final ComposeFiles files;
    private final Landscape into;

    ComposeReader(Map<String, JsonNode> roots, List<Upload> uploads, Landscape into) {
        this.roots = roots;
        this.files = new ComposeFiles(roots, uploads, into);
        this.into = into;
    }

    void read() {
        var extended = files.extended();
        roots.forEach((file, root) -> {
            if (extended.contains(file)) {
                into.note(Finding.info(file, "Other files extend it; by itself it adds no service.", ""));
            } else {
                Nodes.map(root.path("services")).keySet().forEach(name -> service(file, name));
                included(file, root.path("include"));
            }
        });
        roots.forEach((file, root) -> {
            if (!extended.contains(file)) {
                Nodes.map(root.path("services")).keySet().forEach(name -> dependencies(file, name));
            }
        });
    }

    private void service(String file, String name) {
        var service = files.service(file, name, 0);
        into.service(name, Images.kind(service.image()), "", "services/" + name + " of " + file);
    }

    private void included(String file, JsonNode include) {
        for (var one : include.isArray() ? include.valueStream().toList() : List.of(include)) {
            Nodes.texts(one.isObject() ? one.path("path") : one).stream()
                    .filter(path -> roots.keySet().stream().noneMatch(sent -> ComposeFiles.same(sent, path)))
                    .forEach(path -> into.note(Finding.warning(
                            file, "It includes " + path + ", which was not sent.", "Send that file along.")));
        }
    }

    private void dependencies(String file, String name) {
        var service = files.service(file, name, 0);
        service.needs().forEach(needed -> said(file, name, needed, "depends_on"));
        service.links().forEach(linked -> said(file, name, linked, "links"));
        service.environment()
                .forEach((variable, value) -> Hosts.in(variable, value).stream()
                        .filter(host -> into.services.containsKey(Landscape.key(host)))
                        .forEach(host -> into.dependency(
                                name,
                                host,
                                "environment " + variable + " of " + name + " in " + file,
                                true,
                                Known.COMPOSE)));
    }

    private void said(String file, String name, String other, String how) {
        if (into.services.containsKey(Landscape.key(other))) {
            into.dependency(name, other, how + " of " + name + " in " + file, false, Known.COMPOSE);
        } else {
            into.note(Finding.warning(
                    file + ", services/" + name,
                    how + " names " + other + ", which no file has.",
                    "Send its file along."));
        }
    }
}
