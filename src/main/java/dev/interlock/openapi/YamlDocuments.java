package dev.interlock.openapi;

import dev.interlock.openapi.tree.TreeLimits;
import dev.interlock.openapi.tree.Trees;
import dev.interlock.openapi.tree.UnreadableTree;
import dev.interlock.platform.Finding;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Files of several YAML documents, such as manifests, under the limits of interface documents. */
public final class YamlDocuments {
    private static final int MIB = 1 << 20;

    /** 4 MiB, 50 levels, 200,000 values, texts of 1 MiB. */
    private static final TreeLimits LIMITS = new TreeLimits(4 * MIB, 4 * MIB, 50, 200_000, MIB);

    private YamlDocuments() {}

    /**
     * Every document of a file, an empty one as null node; JSON is read as the YAML it is.
     *
     * @throws UnreadableDocument with the place and the reason
     */
    public static List<JsonNode> read(Upload upload) {
        try {
            return Trees.readAll(upload.content(), LIMITS);
        } catch (UnreadableTree broken) {
            throw new UnreadableDocument(Findings.ofText(Finding.Severity.ERROR, upload.fileName(), broken.fault()));
        }
    }
}
