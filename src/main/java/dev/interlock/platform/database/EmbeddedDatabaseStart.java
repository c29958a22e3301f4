package dev.interlock.platform.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts the embedded database when no other is named, and tells the data source where it is. */
class EmbeddedDatabaseStart implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var folder = Path.of(environment.getProperty("interlock.data", "data"));
        var database = EmbeddedDatabase.durableIn(folder);
        SpringApplication.getShutdownHandlers().add(database::close);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "embedded database",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password(),
                                "interlock.database.embedded", "true")));
    }
}
