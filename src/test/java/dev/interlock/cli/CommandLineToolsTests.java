package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLineToolsTests {

    @Test
    void leavesWhatIsMeantForTheServiceToIt() {
        assertThat(CommandLineTools.run()).isEmpty();
        assertThat(CommandLineTools.run("serve", "--server.port=0")).isEmpty();
        assertThat(CommandLineTools.run("--server.port=0")).isEmpty();
        assertThat(CommandLineTools.run("--spring.profiles.active=demo")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sevre", "runn", "start", "", "check.yaml"})
    void startsNothingForANameItDoesNotKnow(String name) {
        assertThat(CommandLineTools.run(name)).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--version", "-V"})
    void explainsItself(String option) {
        assertThat(CommandLineTools.run(option)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost:8080/api/v1",
        "localhost, http://localhost/api/v1",
        "https://interlock.example.com/, https://interlock.example.com/api/v1",
        "http://127.0.0.1:1//, http://127.0.0.1:1/api/v1",
        "http://[::1]:8080, http://[::1]:8080/api/v1",
        "https://tools.example.com/interlock, https://tools.example.com/interlock/api/v1",
    })
    void readsAnAddressAsPeopleTypeIt(String typed, String rest) {
        assertThat(ServerAddress.restOf(typed)).contains(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ftp://localhost", "http:///", "http://a b", "http://localhost:port", "http://h?x=1", "://"})
    void refusesWhatIsNoAddress(String typed) {
        assertThat(ServerAddress.restOf(typed)).isEmpty();
    }

    @Test
    void whatNoCommandForesawIsOneSentenceAndExitCodeTwo() {
        var err = new StringWriter();
        var line = new CommandLine(new Broken())
                .setExecutionExceptionHandler(CommandLineTools::failed)
                .setErr(new PrintWriter(err, true));

        assertThat(line.execute()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("broken failed: IllegalStateException.")
                .hasLineCount(1);
    }

    @Command(name = "broken")
    static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException();
        }
    }
}
