package dev.interlock.openapi.tree;

/** The text is not a tree we accept; says where and why. */
public final class UnreadableTree extends Exception {
    private final transient TreeFault fault;

    public UnreadableTree(TreeFault fault) {
        super(fault.what());
        this.fault = fault;
    }

    static UnreadableTree because(String what, String hint) {
        return new UnreadableTree(new TreeFault(0, 0, what, hint));
    }

    /** What is wrong and where. */
    public TreeFault fault() {
        return fault;
    }
}
