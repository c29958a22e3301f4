package dev.interlock.cli;

import dev.interlock.arazzo.DocumentFinding;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways findings are written. */
enum CheckFormat {
    /** A line each: {@code file:line:column: error: what. how to mend}. */
    TEXT {
        @Override
        String write(List<CheckedFile> files) {
            var result = new StringBuilder();
            for (var file : files) {
                file.findings().forEach(each -> result.append(line(file, each)).append('\n'));
            }
            return result.append(summary(files)).append('\n').toString();
        }
    },
    /** One JSON object with a list of findings. */
    JSON {
        @Override
        String write(List<CheckedFile> files) {
            var root = JSON_MAPPER.createObjectNode();
            var list = root.put("files", files.size()).putArray("findings");
            for (var file : files) {
                file.findings().forEach(each -> json(list.addObject(), file, each));
            }
            return root.toPrettyString() + "\n";
        }
    },
    /** SARIF 2.1.0, as code hosts read it. */
    SARIF {
        @Override
        String write(List<CheckedFile> files) {
            var root = JSON_MAPPER.createObjectNode();
            root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
            var run = root.putArray("runs").addObject();
            run.putObject("tool").putObject("driver").put("name", "interlock check");
            var results = run.putArray("results");
            for (var file : files) {
                file.findings().forEach(each -> sarif(results, file, each));
            }
            return root.toPrettyString() + "\n";
        }
    };

    private static final JsonMapper JSON_MAPPER = JsonMapper.shared();

    /** The findings of these files as one text that ends with a line break. */
    abstract String write(List<CheckedFile> files);

    private static String line(CheckedFile file, DocumentFinding finding) {
        return file.name() + ":" + Math.max(1, finding.line()) + ":" + Math.max(1, finding.column()) + ": "
                + severity(finding) + ": " + sentence(finding);
    }

    private static String severity(DocumentFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong and how to mend it, on one line whatever the document holds. */
    private static String sentence(DocumentFinding finding) {
        return (finding.problem() + " " + finding.hint()).strip().replaceAll("\\p{Cntrl}+", " ");
    }

    private static String summary(List<CheckedFile> files) {
        var errors = count(files, "error");
        var warnings = count(files, "warning");
        return files.size()
                + (files.size() == 1 ? " document checked: " : " documents checked: ")
                + errors
                + (errors == 1 ? " error, " : " errors, ")
                + warnings
                + (warnings == 1 ? " warning." : " warnings.");
    }

    private static long count(List<CheckedFile> files, String severity) {
        return files.stream()
                .flatMap(file -> file.findings().stream())
                .filter(each -> severity(each).equals(severity))
                .count();
    }

    private static void json(ObjectNode node, CheckedFile file, DocumentFinding finding) {
        node.put("file", file.name())
                .put("line", finding.line())
                .put("column", finding.column())
                .put("path", finding.path())
                .put("severity", severity(finding))
                .put("problem", finding.problem())
                .put("hint", finding.hint());
    }

    private static void sarif(ArrayNode results, CheckedFile file, DocumentFinding finding) {
        var result = results.addObject();
        var level = severity(finding);
        result.put("ruleId", "document").put("level", level.equals("info") ? "note" : level);
        result.putObject("message").put("text", sentence(finding));
        var place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", file.name().replace('\\', '/'));
        place.putObject("region")
                .put("startLine", Math.max(1, finding.line()))
                .put("startColumn", Math.max(1, finding.column()));
    }
}
