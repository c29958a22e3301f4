package dev.interlock.notify;

/**
 * Where people of a project are told.
 *
 * @param draft what it does, without address and token
 * @param shown the part of its address that is no secret
 */
public record Channel(ChannelKey key, ChannelDraft draft, String shown, long version) {}
