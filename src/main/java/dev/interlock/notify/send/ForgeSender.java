package dev.interlock.notify.send;

import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelKind;
import dev.interlock.notify.channel.ChannelSecrets.Known;
import dev.interlock.notify.send.Message.CommitFacts;
import dev.interlock.notify.send.Message.RunFacts;
import dev.interlock.platform.ProjectId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Repositories: the status of a commit, and one comment of a change, which is updated. */
@Component
class ForgeSender {
    private static final Pattern NUMBER = Pattern.compile("(?:^|.*[#!/])([1-9][0-9]{0,8})/?$");

    private final Post post;
    private final CommentTable comments;

    ForgeSender(Post post, CommentTable comments) {
        this.post = post;
        this.comments = comments;
    }

    Sent send(ProjectId project, Channel channel, Known known, Message message) {
        var facts = message.commit();
        var run = message.run();
        var forge = channel.draft().kind() == ChannelKind.GITHUB ? Forge.GITHUB : Forge.GITLAB;
        var letter = new Letter(project, channel, forge, stripped(known.address()), known.token(), message);
        if (run == null || facts == null) {
            return reach(letter);
        }
        var status = status(letter, run, facts);
        var number = number(run.change());
        if (number.isEmpty() || !Message.RUN_FINISHED.equals(message.type()) || status.kind() == Sent.Kind.LATER) {
            return status;
        }
        var comment = comment(letter, number.get(), facts);
        return comment.isDone() && status.kind() == Sent.Kind.NEVER ? status : comment;
    }

    /** The number of a pull or merge request: {@code 17}, {@code #17}, {@code !17} or its address. */
    static Optional<String> number(String change) {
        var matcher = NUMBER.matcher(change.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private record Letter(
            ProjectId project, Channel channel, Forge forge, String repository, String token, Message message) {
        String receiver() {
            return channel.key().value();
        }

        String mark() {
            return "<!-- interlock " + message.project() + "/" + channel.key() + " -->";
        }
    }

    /** A test message only asks whether the repository can be read. */
    private Sent reach(Letter letter) {
        var answer = post.get(letter.repository(), letter.forge().headers(letter.token()));
        return Sent.answered(answer.status(), "The question for the repository");
    }

    private Sent status(Letter letter, RunFacts run, CommitFacts facts) {
        if (facts.commit().isEmpty()) {
            return Sent.notNeeded(
                    facts.version().isEmpty()
                            ? run.key() + " met no version of " + facts.service() + "."
                            : "No commit was reported for " + facts.service() + " " + facts.version() + ".");
        }
        var forge = letter.forge();
        var answer = post.send(
                "POST",
                forge.statuses(letter.repository(), facts.commit()),
                forge.headers(letter.token()),
                forge.status(letter.message(), run));
        return Sent.answered(answer.status(), "The status of commit " + facts.commit());
    }

    private Sent comment(Letter letter, String number, CommitFacts facts) {
        var forge = letter.forge();
        var body = Map.of("body", letter.mark() + "\n" + facts.text());
        var id = comments.find(letter.project(), letter.receiver(), number).or(() -> search(letter, number));
        if (id.isPresent()) {
            var url = forge.comment(letter.repository(), number, id.get());
            var changed = post.send(forge.changing(), url, forge.headers(letter.token()), body);
            if (changed.status() != 404) {
                comments.put(letter.project(), letter.receiver(), number, id.get());
                return Sent.answered(changed.status(), "The comment of change " + number);
            }
        }
        var answer =
                post.send("POST", forge.comments(letter.repository(), number), forge.headers(letter.token()), body);
        var made = Sent.answered(answer.status(), "The comment of change " + number);
        if (made.isDone()) {
            comments.put(
                    letter.project(),
                    letter.receiver(),
                    number,
                    post.read(answer).path("id").asString(""));
        }
        return made;
    }

    /** A comment made by a try of which nothing came back. */
    private Optional<String> search(Letter letter, String number) {
        var url = letter.forge().comments(letter.repository(), number) + "?per_page=100";
        var answer = post.get(url, letter.forge().headers(letter.token()));
        for (JsonNode one : post.read(answer)) {
            if (one.path("body").asString("").startsWith(letter.mark())) {
                return Optional.of(one.path("id").asString(""));
            }
        }
        return Optional.empty();
    }

    private static String stripped(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
