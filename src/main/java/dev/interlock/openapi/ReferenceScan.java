package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import dev.interlock.platform.Finding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds every reference of a document and every name a reference may use. */
final class ReferenceScan {
    private static final int MAX_FINDINGS = 100;

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> firstUse = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private ReferenceScan() {}

    static ReferenceScan of(JsonNode root) {
        var scan = new ReferenceScan();
        scan.visit(new Located("", root), "");
        return scan;
    }

    /** Pointers by {@code $id}, by {@code #anchor} and by both. */
    Map<String, String> byName() {
        return byName;
    }

    private void visit(Located here, String base) {
        var node = here.node();
        var inner = base;
        if (node.isObject()) {
            inner = named(here, base);
            note(here);
            for (var key : node.propertyNames()) {
                if (node.path(key).isContainer()) {
                    visit(here.at(key), inner);
                }
            }
        } else {
            for (var index = 0; index < node.size(); index++) {
                if (node.path(index).isContainer()) {
                    visit(here.at(index), base);
                }
            }
        }
    }

    private String named(Located here, String base) {
        var id = here.text("$id");
        if (!id.isEmpty()) {
            byName.putIfAbsent(id.endsWith("#") ? id.substring(0, id.length() - 1) : id, here.pointer());
        }
        var inner = id.isEmpty() ? base : id;
        for (var anchor : List.of(here.text("$anchor"), here.text("$dynamicAnchor"))) {
            if (!anchor.isEmpty()) {
                byName.putIfAbsent("#" + anchor, here.pointer());
                byName.putIfAbsent(inner + "#" + anchor, here.pointer());
            }
        }
        return inner;
    }

    private void note(Located here) {
        if (References.isReference(here.node())) {
            var ref = here.text("$ref");
            firstUse.putIfAbsent(ref, here.pointer());
            uses.merge(ref, 1, Integer::sum);
        }
    }

    /** Adds a finding for every reference that leads nowhere or outside; such references are not followed. */
    void reportBroken(References references, List<Finding> findings) {
        var broken = firstUse.keySet().stream()
                .filter(ref -> references.target(ref).isEmpty())
                .toList();
        broken.stream().limit(MAX_FINDINGS).forEach(ref -> findings.add(finding(ref)));
        if (broken.size() > MAX_FINDINGS) {
            findings.add(Findings.warning(
                    "",
                    "%d more references lead nowhere.".formatted(broken.size() - MAX_FINDINGS),
                    "Bundle the document first."));
        }
    }

    private Finding finding(String ref) {
        var pointer = Pointers.child(firstUse.getOrDefault(ref, ""), "$ref");
        var times = uses.getOrDefault(ref, 1);
        var more = times > 1 ? " (used %d times)".formatted(times) : "";
        return ref.startsWith("#")
                ? Findings.warning(
                        pointer,
                        "The reference %s%s leads nowhere.".formatted(ref, more),
                        "Correct it; until then this part is not checked.")
                : Findings.warning(
                        pointer,
                        "The reference %s%s points outside the upload and is not fetched.".formatted(ref, more),
                        "Upload the files together as a zip, or bundle them; until then this part is not checked.");
    }
}
