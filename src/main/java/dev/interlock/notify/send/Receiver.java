package dev.interlock.notify.send;

import dev.interlock.notify.ChannelKey;
import dev.interlock.security.Team;

/**
 * To whom a message goes.
 *
 * @param name key of a channel, or the team with the way it is told
 * @param address where, for the ways of a team; a channel knows its own
 */
public record Receiver(String name, Way way, String address) {
    /** How it gets there. */
    public enum Way {
        CHANNEL,
        TEAM_MAIL,
        TEAM_HOOK
    }

    /** A channel of the project. */
    public static Receiver channel(ChannelKey key) {
        return new Receiver(key.value(), Way.CHANNEL, "");
    }

    /** One of the ways a team is told, the at-th of them. */
    public static Receiver team(Team team, int at) {
        var channel = team.channels().get(at);
        var way = channel.kind() == Team.Kind.EMAIL ? Way.TEAM_MAIL : Way.TEAM_HOOK;
        return new Receiver("team " + team.key() + " (" + (at + 1) + ")", way, channel.address());
    }
}
