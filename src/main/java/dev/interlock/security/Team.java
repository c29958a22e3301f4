package dev.interlock.security;

import java.util.List;

/**
 * People with channels.
 *
 * @param members ids of people, at most 200
 * @param channels where the team is told, at most 10
 * @param version counts changes, for {@code ETag}
 */
public record Team(String key, String name, List<Channel> channels, List<Long> members, long version) {

    /** Copies the lists. */
    public Team {
        channels = List.copyOf(channels);
        members = List.copyOf(members);
    }

    /**
     * Where a team is told.
     *
     * @param kind {@code EMAIL}, {@code WEBHOOK} or {@code CHAT}
     * @param address an e-mail address, a URL or the name of a chat channel
     */
    public record Channel(Kind kind, String address) {}

    /** What a channel can be. */
    public enum Kind {
        EMAIL,
        WEBHOOK,
        CHAT
    }
}
