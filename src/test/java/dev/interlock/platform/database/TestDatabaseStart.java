package dev.interlock.platform.database;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives every Spring context of the tests a new, empty database of the one server this JVM starts. */
class TestDatabaseStart implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "spring.datasource.url", TestDatabase.newDatabase(),
                                "spring.datasource.username", TestDatabase.user(),
                                "spring.datasource.password", TestDatabase.password(),
                                "interlock.data", TestDatabase.folder().toString(),
                                "interlock.contract.at-start", "false")));
    }
}
