package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Direction;

/**
 * Where the changes of one operation are noted and which way its data flows. What a service asks of its subscribers
 * (webhooks, callbacks) is turned round: its request is what they get.
 *
 * @param operation key the changes are noted under
 * @param prefix what stands before every place
 * @param asks direction of parameters and request body
 * @param answers direction of responses
 */
record Seat(String operation, String prefix, Direction asks, Direction answers) {

    static Seat called(String key) {
        return new Seat(key, "", Direction.REQUEST, Direction.RESPONSE);
    }

    static Seat webhook(String key) {
        return new Seat("webhook " + key, "", Direction.RESPONSE, Direction.REQUEST);
    }

    static Seat callback(String key, String name) {
        return new Seat(key, "callback " + name + " ", Direction.RESPONSE, Direction.REQUEST);
    }

    ChangeLog.Place asking(ChangeLog log, String where) {
        return log.at(operation, prefix + where, asks);
    }

    ChangeLog.Place answering(ChangeLog log, String where) {
        return log.at(operation, prefix + where, answers);
    }

    ChangeLog.Place whole(ChangeLog log, String where) {
        return log.at(operation, prefix + where, Direction.NEITHER);
    }

    /** The operation as a sentence names it. */
    String name() {
        return prefix.isEmpty() ? operation : prefix.strip() + " of " + operation;
    }
}
