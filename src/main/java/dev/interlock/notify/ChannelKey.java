package dev.interlock.notify;

import dev.interlock.platform.Keys;

/** Key of a channel within its project. */
public record ChannelKey(String value) {
    /** Refuses what is not a key, see {@link Keys}. */
    public ChannelKey {
        Keys.require("channel", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
