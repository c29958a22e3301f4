package dev.interlock.ingest.landscape;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.UnreadableDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.openapi.YamlDocuments;
import dev.interlock.platform.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads all descriptions of one upload together, since they refer to each other. */
final class LandscapeReader {
    private final Landscape landscape = new Landscape();
    private final List<Finding> refused;

    /** Findings of files that cannot be read go to the list. */
    LandscapeReader(List<Finding> refused) {
        this.refused = refused;
    }

    Landscape read(LandscapeFiles files, Set<ServiceKey> known) {
        compose(files);
        var kubernetes = new KubernetesReader(landscape);
        var manifests = read(files.kubernetes());
        manifests.forEach((file, documents) -> documents.forEach(one -> kubernetes.take(file, one)));
        if (!manifests.isEmpty()) {
            kubernetes.finish();
        }
        var backstage = new BackstageReader(landscape, known);
        read(files.backstage()).forEach((file, documents) -> documents.forEach(one -> backstage.take(file, one)));
        backstage.finish();
        return landscape;
    }

    private void compose(LandscapeFiles files) {
        var roots = new LinkedHashMap<String, JsonNode>();
        read(files.compose()).forEach((file, documents) -> {
            if (documents.size() == 1 && documents.getFirst().isObject()) {
                roots.put(file, documents.getFirst());
            } else {
                refused.add(Finding.error(file, "It is not one YAML object.", "Give one compose file in each file."));
            }
        });
        if (!roots.isEmpty()) {
            new ComposeReader(roots, files.all(), landscape).read();
        }
    }

    private Map<String, List<JsonNode>> read(List<Upload> uploads) {
        var read = new LinkedHashMap<String, List<JsonNode>>();
        uploads.forEach(upload -> documents(upload)
                .ifPresent(documents -> read.computeIfAbsent(upload.fileName(), name -> new ArrayList<>())
                        .addAll(documents)));
        return read;
    }

    private Optional<List<JsonNode>> documents(Upload upload) {
        try {
            return Optional.of(YamlDocuments.read(upload));
        } catch (UnreadableDocument broken) {
            refused.addAll(broken.findings());
            return Optional.empty();
        }
    }
}
