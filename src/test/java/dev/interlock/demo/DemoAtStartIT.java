package dev.interlock.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.execution.Runs;
import dev.interlock.platform.FilterQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DemoAtStartIT {
    @Autowired
    Demo demo;

    @Autowired
    DemoAtStart atStart;

    @Autowired
    Runs runs;

    @Test
    void theProfileOpensTheShopOnce() {
        var project = demo.project().orElseThrow();
        var made = runs.list(project.id(), FilterQuery.parse("", Runs.FIELDS), null, 200)
                .items();

        atStart.open();

        assertThat(made).hasSizeGreaterThan(30);
        assertThat(demo.services()).hasSize(9);
        assertThat(demo.project()).contains(project);
        assertThat(runs.list(project.id(), FilterQuery.parse("", Runs.FIELDS), null, 200)
                        .items())
                .hasSameSizeAs(made);
    }
}
