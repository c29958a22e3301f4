package dev.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.security.NewPerson;
import dev.interlock.security.Person;
import dev.interlock.security.Setup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ReadyLineTests {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void printsTheAddressAndOnAnEmptyDatabaseTheLinkToGetIn() {
        line(Optional.of("http://localhost:8123/setup/abc")).print();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Interlock is ready at http://localhost:8123/")
                .contains("Create the first administrator within 30 minutes: http://localhost:8123/setup/abc");
    }

    @Test
    void printsOneLineOnceThereIsAnAdministrator() {
        line(Optional.empty()).print();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    private ReadyLine line(Optional<String> link) {
        var environment = new MockEnvironment().withProperty("local.server.port", "8123");
        return new ReadyLine(environment, new OneLink(link), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private record OneLink(Optional<String> link) implements Setup {

        @Override
        public Optional<String> linkIfNeeded(String baseUrl) {
            return link;
        }

        @Override
        public boolean isNeeded() {
            return link.isPresent();
        }

        @Override
        public boolean isOpen(String secret) {
            return true;
        }

        @Override
        public Person complete(String secret, NewPerson person) {
            throw new UnsupportedOperationException("not needed here");
        }
    }
}
