package dev.interlock.notify.send;

import dev.interlock.notify.send.Message.RunFacts;
import dev.interlock.outbound.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the two forges are spoken to: GitHub's REST API of 2022-11-28, GitLab's version 4. */
enum Forge {
    GITHUB {
        @Override
        List<Header> headers(String token) {
            return List.of(
                    new Header("Authorization", "Bearer " + token),
                    new Header("Accept", "application/vnd.github+json"),
                    new Header("X-GitHub-Api-Version", "2022-11-28"));
        }

        @Override
        Map<String, Object> status(Message message, RunFacts run) {
            var body = new LinkedHashMap<String, Object>();
            body.put("state", state(run, "pending", "success", "failure", "error"));
            body.put("context", line(run));
            describe(body, message);
            return body;
        }

        @Override
        String comments(String repository, String number) {
            return repository + "/issues/" + number + "/comments";
        }

        @Override
        String comment(String repository, String number, String id) {
            return repository + "/issues/comments/" + id;
        }

        @Override
        String changing() {
            return "PATCH";
        }
    },
    GITLAB {
        @Override
        List<Header> headers(String token) {
            return List.of(new Header("PRIVATE-TOKEN", token));
        }

        @Override
        Map<String, Object> status(Message message, RunFacts run) {
            var body = new LinkedHashMap<String, Object>();
            body.put("state", state(run, "running", "success", "failed", "failed"));
            body.put("name", line(run));
            describe(body, message);
            return body;
        }

        @Override
        String comments(String repository, String number) {
            return repository + "/merge_requests/" + number + "/notes";
        }

        @Override
        String comment(String repository, String number, String id) {
            return comments(repository, number) + "/" + id;
        }

        @Override
        String changing() {
            return "PUT";
        }
    };

    private static final int LONGEST_DESCRIPTION = 140;

    abstract List<Header> headers(String token);

    /** What is posted as the status of a commit. */
    abstract Map<String, Object> status(Message message, RunFacts run);

    /** Where the comments of a change are. */
    abstract String comments(String repository, String number);

    /** Where one of them is. */
    abstract String comment(String repository, String number, String id);

    /** The method that changes a comment. */
    abstract String changing();

    String statuses(String repository, String commit) {
        return repository + "/statuses/" + URLEncoder.encode(commit, StandardCharsets.UTF_8);
    }

    private static String state(RunFacts run, String pending, String pass, String fail, String unclear) {
        return switch (run.verdict()) {
            case "PASS" -> pass;
            case "FAIL" -> fail;
            default -> "QUEUED".equals(run.state()) || "RUNNING".equals(run.state()) ? pending : unclear;
        };
    }

    /** Two plans of a project are two lines of the same commit. */
    private static String line(RunFacts run) {
        return run.plan().isEmpty() ? "interlock" : "interlock/" + run.plan();
    }

    private static void describe(Map<String, Object> body, Message message) {
        var text = message.title();
        body.put(
                "description",
                text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION - 1) + "…");
        if (!message.link().isEmpty()) {
            body.put("target_url", message.link());
        }
    }
}
