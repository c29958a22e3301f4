package dev.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the tests of the scripts, which Node's own runner knows. */
class FrontendTests {

    @Test
    void thePureFunctionsOfThePagesDoWhatTheirTestsSay() throws Exception {
        var output = Tools.output(Path.of("."), Tools.node().toString(), "--test", "frontend/test/");

        assertThat(output).startsWith("0\n").contains("# fail 0");
    }
}
