package dev.interlock.notify;

/** How a channel is told. */
public enum ChannelKind {
    WEBHOOK("a webhook, signed as Standard Webhooks says"),
    /** An incoming webhook of Slack, or of anything that takes {@code {"text": ...}}. */
    SLACK("Slack, by an incoming webhook"),
    MAIL("mail"),
    GITHUB("GitHub: commit status and a comment on the pull request"),
    GITLAB("GitLab: commit status and a comment on the merge request");

    private final String words;

    ChannelKind(String words) {
        this.words = words;
    }

    /** The kind as people say it. */
    public String words() {
        return words;
    }

    /** Whether it tells a repository, which needs a token and a service. */
    public boolean isRepository() {
        return this == GITHUB || this == GITLAB;
    }

    /** Whether its address lets anybody post who knows it. */
    public boolean hidesAddress() {
        return this == WEBHOOK || this == SLACK;
    }
}
