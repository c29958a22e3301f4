package dev.interlock.ingest.landscape;

import dev.interlock.catalog.Known;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.platform.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads catalogs: components and resources are services, groups and owners teams, relations integrations. */
final class BackstageReader {
    private static final Set<String> NOT_RUN = Set.of("library", "documentation", "template", "tool");

    /** A component that is a service. */
    private record Component(String name, String file, JsonNode spec) {}

    private final Landscape into;
    private final Set<ServiceKey> known;
    private final List<Component> components = new ArrayList<>();
    private final Map<String, String> providers = new HashMap<>();

    /** Services that are registered already may be depended on without being sent again. */
    BackstageReader(Landscape into, Set<ServiceKey> known) {
        this.into = into;
        this.known = known;
    }

    void take(String file, JsonNode entity) {
        if (entity.isNull()) {
            return;
        }
        into.count("entities", 1);
        var name = Nodes.text(entity.path("metadata"), "name");
        var spec = entity.path("spec");
        switch (Nodes.text(entity, "kind")) {
            case "Component" -> component(file, name, spec);
            case "Resource" -> run(file, name, spec, resource(Nodes.text(spec, "type")));
            case "Group" -> group(name, spec);
            case "Location" -> location(file, spec);
            case "API", "System", "Domain", "User", "Template" -> into.count("otherEntities", 1);
            default ->
                into.note(Finding.warning(
                        file + ", " + name,
                        "An entity of an unknown kind is left out.",
                        "Kinds are those of Backstage."));
        }
    }

    private void component(String file, String name, JsonNode spec) {
        var type = Nodes.text(spec, "type");
        if (NOT_RUN.contains(type.toLowerCase(Locale.ROOT))) {
            into.note(Finding.info(
                    file + ", " + name, "A component of type " + type + " does not run and is left out.", ""));
            return;
        }
        run(file, name, spec, ServiceKind.INTERNAL);
        Nodes.texts(spec.path("providesApis")).forEach(api -> providers.putIfAbsent(plain(api), name));
    }

    private void run(String file, String name, JsonNode spec, ServiceKind kind) {
        if (name.isEmpty()) {
            into.note(Finding.warning(file, "An entity without a name is left out.", "Give it metadata.name."));
            return;
        }
        var owner = plain(Nodes.text(spec, "owner"));
        var person = Nodes.text(spec, "owner").startsWith("user:");
        into.service(name, kind, owner.isEmpty() || person ? "" : into.team(owner, owner), name + " of " + file);
        components.add(new Component(name, file, spec));
    }

    private static ServiceKind resource(String type) {
        var low = type.toLowerCase(Locale.ROOT);
        if (low.matches(".*(queue|topic|broker|kafka|stream|bus).*")) {
            return ServiceKind.BROKER;
        }
        return low.matches(".*(database|db|cache|storage|bucket|sql|redis|mongo).*")
                ? ServiceKind.DATABASE
                : ServiceKind.THIRD_PARTY;
    }

    private void group(String name, JsonNode spec) {
        if (!name.isEmpty()) {
            var title = Nodes.text(spec.path("profile"), "displayName");
            into.teams.put(into.team(name, name), title.isBlank() || title.length() > 100 ? name : title);
        }
    }

    private void location(String file, JsonNode spec) {
        var targets = new ArrayList<>(Nodes.texts(spec.path("targets")));
        targets.addAll(Nodes.texts(spec.path("target")));
        targets.forEach(target ->
                into.note(Finding.info(file, "The location " + target + " is not fetched.", "Send that file along.")));
    }

    void finish() {
        components.forEach(one -> {
            Nodes.texts(one.spec().path("dependsOn")).forEach(ref -> depends(one, ref));
            Nodes.texts(one.spec().path("dependencyOf"))
                    .forEach(ref -> dependency(one, plain(ref), one.name(), "dependencyOf"));
            Nodes.texts(one.spec().path("consumesApis")).forEach(api -> consumes(one, api));
        });
    }

    private void depends(Component one, String ref) {
        dependency(one, one.name(), plain(ref), "dependsOn");
    }

    private void consumes(Component one, String api) {
        var provider = providers.get(plain(api));
        if (provider == null) {
            into.note(Finding.warning(
                    one.file() + ", " + one.name(),
                    "It consumes the API " + api + ", which no component that was sent provides.",
                    "Send the catalog of its provider along."));
        } else {
            dependency(one, one.name(), provider, "consumesApis " + api);
        }
    }

    private void dependency(Component one, String consumer, String provider, String how) {
        var missing = List.of(consumer, provider).stream()
                .filter(name -> !there(name))
                .toList();
        if (missing.isEmpty()) {
            into.dependency(consumer, provider, how + " of " + one.name() + " in " + one.file(), false, Known.DECLARED);
        } else {
            into.note(Finding.warning(
                    one.file() + ", " + one.name(),
                    how + " names " + missing.getFirst() + ", which was not sent and is not registered.",
                    "Send its entity along."));
        }
    }

    private boolean there(String name) {
        return into.services.containsKey(Landscape.key(name)) || known.contains(Landscape.key(name));
    }

    /** The name within a reference such as {@code component:default/orders}. */
    private static String plain(String reference) {
        var name = reference.substring(reference.indexOf(':') + 1);
        return name.substring(name.lastIndexOf('/') + 1).strip();
    }
}
