package dev.interlock.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files that make up one document through relative references. Names are keys inside the upload only: nothing is written
 * to disk and nothing outside is read.
 */
public final class OpenApiBundle {
    private static final int MAX_CANDIDATES = 200;

    private final Map<String, byte[]> files;

    private OpenApiBundle(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * The files of a zip archive.
     *
     * @throws UnreadableDocument when it is not a zip, breaks a limit, or names an entry by {@code ..}, an absolute path or
     *     a link
     */
    public static OpenApiBundle zip(byte[] archive) {
        return of(ZipFiles.read(archive));
    }

    /**
     * Files by their relative names, such as {@code spec/openapi.yaml}.
     *
     * @throws UnreadableDocument when a name is absolute or leads outside
     */
    public static OpenApiBundle of(Map<String, byte[]> files) {
        var normalised = new TreeMap<String, byte[]>();
        var faults = files.keySet().stream()
                .flatMap(name -> BundlePaths.fault(name).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new UnreadableDocument(faults);
        }
        files.forEach((name, content) -> normalised.put(BundlePaths.normalised(name), content));
        return new OpenApiBundle(normalised);
    }

    /** The files that can be a root: those with {@code openapi} or {@code swagger} at the top. */
    public List<String> roots() {
        return files.entrySet().stream()
                .filter(file -> BundlePaths.isDocument(file.getKey()))
                .limit(MAX_CANDIDATES)
                .filter(file -> BundlePaths.namesVersion(file.getKey(), file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Reads the document of the only root.
     *
     * @throws UnreadableDocument when there is none or there are several
     */
    public OpenApiDocument read() {
        var roots = roots();
        if (roots.size() == 1) {
            return BundleReader.read(files, roots.getFirst());
        }
        throw new UnreadableDocument(
                roots.isEmpty()
                        ? Findings.error(
                                "",
                                "No file of the upload has 'openapi' or 'swagger' at its top.",
                                "Add the root document to the upload.")
                        : Findings.error(
                                "",
                                "The upload has %d documents: %s."
                                        .formatted(
                                                roots.size(),
                                                roots.stream().limit(10).collect(Collectors.joining(", "))),
                                "Choose one of them with ?root=."));
    }

    /**
     * Reads the document of the given root, or of the only one.
     *
     * @throws UnreadableDocument when there is no such file or it cannot be used
     */
    public OpenApiDocument read(Optional<String> root) {
        if (root.isEmpty()) {
            return read();
        }
        var name = BundlePaths.normalised(root.get());
        if (!files.containsKey(name)) {
            throw new UnreadableDocument(Findings.error(
                    "",
                    "The upload has no file '%s'.".formatted(name),
                    "Choose one of: " + String.join(", ", roots()) + "."));
        }
        return BundleReader.read(files, name);
    }
}
