package dev.interlock;

import dev.interlock.cli.CommandLineTools;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one process of Interlock: the service, or one of its commands. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@Modulithic(systemName = "Interlock")
public class Interlock {
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int CARRIERS = 16;

    /** Runs the command the arguments name; without one, or with {@code serve}, starts the service. */
    public static void main(String[] arguments) {
        var exitCode = CommandLineTools.run(arguments);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        giveVirtualThreadsCarriers();
        SpringApplication.run(Interlock.class, withoutServe(arguments));
    }

    /**
     * A virtual thread that waits for another to initialise a class holds its carrier. On two processors two such waits
     * would stop every other virtual thread, the one they wait for included; more carriers than processors avoid that.
     */
    private static void giveVirtualThreadsCarriers() {
        var most = Math.max(CARRIERS, Runtime.getRuntime().availableProcessors());
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, String.valueOf(most));
        }
    }

    private static String[] withoutServe(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("serve")
                ? Arrays.copyOfRange(arguments, 1, arguments.length)
                : arguments;
    }
}
