package dev.interlock.ingest.landscape;

import dev.interlock.catalog.Known;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.platform.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads manifests: workloads are services; hosts in their environment that lead to another workload are guesses. */
final class KubernetesReader {
    private static final Set<String> WORKLOADS = Set.of(
            "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Pod");

    /** Something that runs. */
    private record Workload(String name, String file, JsonNode pod, Map<String, String> labels) {}

    private final Landscape into;
    private final List<Workload> workloads = new ArrayList<>();
    private final Map<String, JsonNode> services = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> maps = new LinkedHashMap<>();
    private final Map<String, Integer> others = new TreeMap<>();

    KubernetesReader(Landscape into) {
        this.into = into;
    }

    void take(String file, JsonNode document) {
        if (document.isNull() || document.isMissingNode()) {
            return;
        }
        if (Nodes.text(document, "kind").endsWith("List")
                && document.path("items").isArray()) {
            document.path("items").forEach(item -> take(file, item));
            return;
        }
        into.count("documents", 1);
        var kind = Nodes.text(document, "kind");
        var name = Nodes.text(document.path("metadata"), "name");
        if (WORKLOADS.contains(kind) && !name.isEmpty()) {
            var template = template(kind, document);
            workloads.add(new Workload(
                    name,
                    file,
                    template.path("spec"),
                    Nodes.map(template.path("metadata").path("labels"))));
        } else if (kind.equals("Service") && Nodes.text(document, "apiVersion").equals("v1")) {
            services.put(name, document.path("spec"));
        } else if (kind.equals("ConfigMap")) {
            maps.put(name, Nodes.map(document.path("data")));
        } else {
            others.merge(kind.isEmpty() ? "document without a kind" : kind, 1, Integer::sum);
        }
    }

    private static JsonNode template(String kind, JsonNode document) {
        return switch (kind) {
            case "Pod" -> document;
            case "CronJob" ->
                document.path("spec").path("jobTemplate").path("spec").path("template");
            default -> document.path("spec").path("template");
        };
    }

    void finish() {
        into.count("workloads", workloads.size());
        into.count("kubernetesServices", services.size());
        workloads.forEach(one ->
                into.service(one.name(), Images.kind(image(one)), "", "workload " + one.name() + " of " + one.file()));
        services.forEach(this::external);
        workloads.forEach(one -> environment(one)
                .forEach((variable, value) -> Hosts.in(variable, value)
                        .forEach(host -> providers(host)
                                .forEach(provider -> into.dependency(
                                        one.name(),
                                        provider,
                                        "environment " + variable + " of " + one.name() + " in " + one.file(),
                                        true,
                                        Known.DECLARED)))));
        others.forEach((kind, count) -> into.note(
                Finding.info(kind, count + " of this kind are left out: they tell nothing of services.", "")));
    }

    private void external(String name, JsonNode spec) {
        if (Nodes.text(spec, "type").equals("ExternalName")) {
            into.service(name, ServiceKind.THIRD_PARTY, "", "Service " + name + " of type ExternalName");
        } else if (selected(spec).isEmpty()) {
            into.note(Finding.warning(
                    "Service " + name, "It selects no workload that was sent.", "Send the manifest of its workload."));
        }
    }

    /** The workloads behind a host: behind the Service of its first label, or of that name. */
    private List<String> providers(String host) {
        var name = host.split("\\.", 2)[0];
        var spec = services.get(name);
        if (spec != null) {
            return Nodes.text(spec, "type").equals("ExternalName") ? List.of(name) : selected(spec);
        }
        return List.of();
    }

    private List<String> selected(JsonNode spec) {
        var selector = Nodes.map(spec.path("selector")).entrySet();
        return workloads.stream()
                .filter(one -> !selector.isEmpty() && one.labels().entrySet().containsAll(selector))
                .map(Workload::name)
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> containers(Workload one) {
        return Stream.concat(
                one.pod().path("containers").valueStream(),
                one.pod().path("initContainers").valueStream());
    }

    private static String image(Workload one) {
        return containers(one)
                .map(container -> Nodes.text(container, "image"))
                .findFirst()
                .orElse("");
    }

    private Map<String, String> environment(Workload one) {
        var all = new LinkedHashMap<String, String>();
        containers(one).forEach(container -> {
            container
                    .path("envFrom")
                    .forEach(from ->
                            all.putAll(maps.getOrDefault(Nodes.text(from.path("configMapRef"), "name"), Map.of())));
            container.path("env").forEach(variable -> all.put(Nodes.text(variable, "name"), value(variable)));
        });
        return all;
    }

    private String value(JsonNode variable) {
        var from = variable.path("valueFrom").path("configMapKeyRef");
        return from.isObject()
                ? maps.getOrDefault(Nodes.text(from, "name"), Map.of()).getOrDefault(Nodes.text(from, "key"), "")
                : Nodes.text(variable, "value");
    }
}
