package dev.interlock.testcase.document;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.SourceDescription;
import dev.interlock.arazzo.SourceType;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.testcase.document.CheckedWorkflow.BoundSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the service behind each source description: by what it says, else by its name. */
final class SourceBinding {
    private final Set<ServiceKey> services;
    private final String text;
    private final List<Finding> findings = new ArrayList<>();

    SourceBinding(Set<ServiceKey> services, String text) {
        this.services = services;
        this.text = text;
    }

    List<BoundSource> bind(ArazzoDocument document) {
        var bound = new ArrayList<BoundSource>();
        var tree = document.tree().path("sourceDescriptions");
        for (var i = 0; i < document.sourceDescriptions().size(); i++) {
            var source = document.sourceDescriptions().get(i);
            var said = tree.path(i).path(CheckedWorkflow.SERVICE).asString("");
            if (!isBuiltin(source)) {
                bound.add(bind(source, said));
            }
        }
        return List.copyOf(bound);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether a source stands for the operations Interlock carries out itself. */
    static boolean isBuiltin(SourceDescription source) {
        return source.name().equals("builtins") || source.url().contains("/arazzo/builtins/");
    }

    private BoundSource bind(SourceDescription source, String said) {
        var service = new ServiceKey(Keys.propose(said.isBlank() ? source.name() : said));
        if (source.type() == SourceType.ARAZZO || source.type() == SourceType.ASYNCAPI) {
            findings.add(Finding.error(
                    place(source),
                    "The source \"" + source.name() + "\" is " + article(source.type())
                            + " document, whose steps are not carried out.",
                    "Take its steps over as calls of OpenAPI operations."));
            return new BoundSource(source.name(), service, false);
        }
        var known = services.contains(service);
        if (!known) {
            findings.add(Finding.error(
                    place(source),
                    "No service stands behind the source \"" + source.name() + "\".",
                    "Register a service \"" + service + "\", or name one with " + CheckedWorkflow.SERVICE + "."));
        }
        return new BoundSource(source.name(), service, known);
    }

    private static String article(SourceType type) {
        return type == SourceType.ARAZZO ? "another Arazzo" : "an AsyncAPI";
    }

    private String place(SourceDescription source) {
        return Lines.place(
                text,
                Pattern.compile(
                        "[\"']?name[\"']?\\s*:\\s*[\"']?" + Pattern.quote(source.name()) + "[\"']?\\s*[,}]?\\s*$"),
                "source " + source.name());
    }
}
