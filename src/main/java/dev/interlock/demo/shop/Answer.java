package dev.interlock.demo.shop;

import java.util.Map;

/** What a service of the shop answers: a status and a JSON value. */
record Answer(int status, Object body) {

    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    static Answer created(Object body) {
        return new Answer(201, body);
    }

    static Answer missing(String what) {
        return error(404, what + " does not exist");
    }

    static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", message));
    }

    boolean isGood() {
        return status < 400;
    }
}
