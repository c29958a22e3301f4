package dev.interlock.platform;

import java.util.List;

/** A stable name for one kind of refusal. Each module keeps an enum of its own that implements this. */
public interface ProblemType {

    /** The stable name; the last part of the type in a problem document. */
    String name();

    /** How the refusal is answered. */
    Kind kind();

    /** What the reader can do next, one sentence. */
    String next();

    /** The refusal, told in one sentence: what happened, to what. */
    default Problem because(String detail) {
        return new Problem(this, detail, List.of());
    }

    /** The refusal with every fault found, so that all can be mended at once. */
    default Problem because(String detail, List<Finding> findings) {
        return new Problem(this, detail, findings);
    }
}
