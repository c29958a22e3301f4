package dev.interlock.execution.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.execution.TestWorld;
import dev.interlock.platform.database.TestDatabase;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ListenerBookIT {
    private final TestWorld world = TestWorld.on(
            TestDatabase.newDatabase(), null, "interlock.execution.pump=false", "db-scheduler.enabled=true");

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void knowsWhereAnotherProcessListens() throws Exception {
        write("other", "clock_timestamp()", "10.9.8.7");

        book().look();

        assertThat(book().include(InetAddress.getByName("10.9.8.7"), 9443)).isTrue();
        assertThat(book().include(InetAddress.getByName("10.9.8.7"), 9444)).isFalse();
        assertThat(book().include(InetAddress.getByName("10.9.8.8"), 9443)).isFalse();
    }

    @Test
    void takesTheLoopbackAddressForAnotherProcessOfThisMachine() throws Exception {
        var here = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress);
        write("other", "clock_timestamp()", here.toArray(String[]::new));

        book().look();

        assertThat(book().include(InetAddress.getLoopbackAddress(), 9443)).isTrue();
    }

    @Test
    void forgetsAProcessThatIsGone() throws Exception {
        write("other", "clock_timestamp() - interval '2 minutes'", "10.9.8.7");

        book().look();

        assertThat(book().include(InetAddress.getByName("10.9.8.7"), 9443)).isFalse();
    }

    private void write(String id, String seen, String... addresses) {
        world.get(JdbcClient.class)
                .sql("insert into execution.listener (id, addresses, ports, seen_at) values (:id, :addresses, :ports, "
                        + seen + ")")
                .param("id", id)
                .param("addresses", Stream.of(addresses).toArray(String[]::new))
                .param("ports", new Integer[] {9443})
                .update();
    }

    private ListenerBook book() {
        return world.get(ListenerBook.class);
    }
}
