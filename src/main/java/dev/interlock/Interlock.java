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

    /** Runs the command the arguments name; without one, or with {@code serve}, starts the service. */
    public static void main(String[] arguments) {
        var exitCode = CommandLineTools.run(arguments);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        SpringApplication.run(Interlock.class, withoutServe(arguments));
    }

    private static String[] withoutServe(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("serve")
                ? Arrays.copyOfRange(arguments, 1, arguments.length)
                : arguments;
    }
}
