package dev.interlock.web.runs;

import dev.interlock.plan.PlanKey;
import dev.interlock.web.view.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the form of a run says, for a job of CI.
 *
 * @param call a call by REST
 * @param command the command line, which waits for the verdict
 */
record CiText(String call, String command) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_MINUTES = 10_080;
    private static final int MOST_COUNTED = 100_000;

    /** Without a plan, a suite or tests the first plan stands in. */
    static CiText of(String project, LaunchForm form, List<PlanKey> plans) {
        var said = said(form, plans);
        return new CiText(call(project, said), command(project, said));
    }

    private static Map<String, Object> said(LaunchForm form, List<PlanKey> plans) {
        var said = new LinkedHashMap<String, Object>();
        if (!form.plan().isEmpty()) {
            said.put("plan", form.plan());
        } else if (!form.suite().isEmpty()) {
            said.put("suite", form.suite());
        } else if (!form.tests().isEmpty()) {
            said.put("tests", Arrays.asList(form.tests().split("[,\\s]+")));
        } else {
            said.put("plan", plans.isEmpty() ? "nightly" : plans.getFirst().value());
        }
        if (!form.environment().isEmpty()) {
            said.put("environment", form.environment());
        }
        budget(form).ifPresent(minutes -> said.put("budgetMs", Math.round(minutes * 60_000)));
        whole(said, "workers", form.workers());
        said.put("purpose", form.purpose());
        said.put("branch", form.branch());
        whole(said, "stopOnFailures", form.stopAfter());
        if (!form.note().isEmpty()) {
            said.put("note", form.note());
        }
        return said;
    }

    private static OptionalDouble budget(LaunchForm form) {
        return NumberText.decimal(form.minutes(), 0, MOST_MINUTES).value();
    }

    private static void whole(Map<String, Object> said, String name, String text) {
        var number = NumberText.whole(text, 1, MOST_COUNTED).integer();
        if (number != null) {
            said.put(name, number);
        }
    }

    private static String call(String project, Map<String, Object> said) {
        return "curl -fsS -X POST \"$INTERLOCK_URL/api/v1/projects/" + project + "/runs\" \\\n"
                + "  -H \"Authorization: Bearer $INTERLOCK_TOKEN\" -H \"Content-Type: application/json\" \\\n"
                + "  -d " + quoted(JSON.writeValueAsString(said));
    }

    private static String command(String project, Map<String, Object> said) {
        var words = new ArrayList<String>(List.of(
                "./interlock run --server \"$INTERLOCK_URL\" --token \"$INTERLOCK_TOKEN\"", "--project", project));
        said.forEach((name, value) -> option(name).ifPresent(option -> {
            words.add(option);
            words.add(word(name, value));
        }));
        words.add("--wait");
        return String.join(" ", words);
    }

    /** The command line has an option for most of what a call says, but not for notes and for stopping early. */
    private static Optional<String> option(String name) {
        return switch (name) {
            case "budgetMs" -> Optional.of("--budget");
            case "stopOnFailures", "note" -> Optional.empty();
            default -> Optional.of("--" + name);
        };
    }

    private static String word(String name, Object value) {
        return switch (value) {
            case List<?> many ->
                quoted(String.join(",", many.stream().map(Object::toString).toList()));
            case Long millis when "budgetMs".equals(name) -> millis + "ms";
            default -> quoted(value.toString());
        };
    }

    /** One word of a shell. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9._/=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
