package dev.interlock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The one process of Interlock. */
@SpringBootApplication
@Modulithic(systemName = "Interlock")
public class Interlock {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(Interlock.class, arguments);
    }
}
