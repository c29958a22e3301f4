package dev.interlock;

import java.lang.reflect.InvocationTargetException;

/** Where the jar begins: says in one sentence that a Java is too old, which what is compiled for a newer one cannot. */
public final class Launcher {
    private static final int OLDEST = 25;
    private static final int COULD_NOT_START = 2;

    private Launcher() {}

    /** Hands the arguments on to Interlock, or says which Java it needs. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var found = Runtime.version().feature();
        if (found < OLDEST) {
            System.err.println(tooOld(found, System.getProperty("java.home", "")));
            System.exit(COULD_NOT_START);
        }
        start(arguments);
    }

    /** What is wrong, where, and what to do next. */
    static String tooOld(int found, String home) {
        return "Interlock needs Java " + OLDEST + "; this is Java " + found + " in " + home
                + ". Start it with ./interlock, which finds a newer one, or with the bin/java of a JDK " + OLDEST + ".";
    }

    private static void start(String[] arguments) throws ReflectiveOperationException {
        try {
            Class.forName("dev.interlock.Interlock")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
