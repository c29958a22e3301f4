package dev.interlock.notify.send;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told.
 *
 * @param type one of the constants, or that of a message somebody asked for
 * @param project key of the project
 * @param title one line
 * @param text what a person reads below it, plain text
 * @param link where to look, "" when the address of this server is not known
 * @param run null when it is not about a run
 * @param commit null unless it is told to a repository
 */
public record Message(
        String type,
        String project,
        String title,
        String text,
        String link,
        @Nullable RunFacts run,
        @Nullable ProblemFacts problem,
        @Nullable CommitFacts commit) {
    /** A run began to be carried out. */
    public static final String RUN_ACCEPTED = "run.accepted";

    /** A run is over. */
    public static final String RUN_FINISHED = "run.finished";

    /** A problem is seen for the first time. */
    public static final String PROBLEM_NEW = "problem.new";

    /** A message somebody asked for. */
    public static Message test(String by) {
        return new Message(
                "test", "", "A test message of Interlock", "It was asked for by " + by + ".", "", null, null, null);
    }

    /** The same with what a repository is told. */
    public Message about(CommitFacts facts) {
        return new Message(type, project, title, text, link, run, problem, facts);
    }

    /** The key of its run, "" without. */
    public String runKey() {
        return run == null ? "" : run.key();
    }

    /**
     * A run in numbers.
     *
     * @param verdict PASS, FAIL or INCOMPLETE; "" before its end
     * @param plan key of its plan, "" without
     * @param tookMs milliseconds from the first item sent to the end
     * @param versions versions met, by service
     */
    public record RunFacts(
            String key,
            String state,
            String verdict,
            String plan,
            String purpose,
            String branch,
            String change,
            String environment,
            int total,
            int passed,
            int failed,
            int broken,
            int blocked,
            long tookMs,
            Map<String, String> versions) {}

    /**
     * A problem in words.
     *
     * @param hop the hop it is laid at, in words; "" when unknown
     * @param team key of the team that owns the blamed service, "" when unknown
     */
    public record ProblemFacts(long id, String sentence, String hop, String cause, String team, int tests) {}

    /**
     * What a repository is told.
     *
     * @param commit "" when CI reported none for the version
     * @param text body of the comment, Markdown
     */
    public record CommitFacts(String service, String version, String commit, String text) {}
}
