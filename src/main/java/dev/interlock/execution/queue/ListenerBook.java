package dev.interlock.execution.queue;

import dev.interlock.outbound.OtherListeners;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Every process writes down where it listens and reads where the others do, every ten seconds. */
@Component
class ListenerBook implements OtherListeners {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerBook.class);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration LAST_ROUND = Duration.ofSeconds(2);

    private static final String WRITE = """
            insert into execution.listener (id, addresses, ports) values (:id, :addresses, :ports)
            on conflict (id) do update set addresses = excluded.addresses, ports = excluded.ports,
                                           seen_at = clock_timestamp()
            """;

    private static final String FORGET = """
            delete from execution.listener where id = :id or seen_at < clock_timestamp() - interval '1 minute'
            """;

    private static final String OTHERS = "select addresses, ports from execution.listener where id <> :id";

    /** Where one process listens. */
    record Place(Set<String> addresses, Set<Integer> ports) {}

    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private volatile Set<String> mine = Set.of();
    private volatile List<Place> others = List.of();
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final Thread keeper = Thread.ofVirtual().name("listener-book").unstarted(this::keep);

    ListenerBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean include(InetAddress address, int port) {
        return others.stream().anyMatch(place -> place.ports().contains(port) && isAt(address, place));
    }

    /** A loopback address leads to processes that share an address with this one. */
    private boolean isAt(InetAddress address, Place place) {
        return (address.isLoopbackAddress() || address.isAnyLocalAddress())
                ? mine.isEmpty() || !Collections.disjoint(mine, place.addresses())
                : place.addresses().contains(address.getHostAddress());
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        var first = ports.isEmpty();
        ports.add(event.getWebServer().getPort());
        if (first) {
            keeper.start();
        }
    }

    private void keep() {
        try {
            do {
                attempt();
            } while (!leaving.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            look();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Where other processes listen is not known anew: {}", e.getMessage());
        }
    }

    /** One round. */
    void look() {
        mine = addresses();
        jdbc.sql(FORGET).param("id", "").update();
        jdbc.sql(WRITE)
                .param("id", id)
                .param("addresses", mine.toArray(String[]::new))
                .param("ports", ports.toArray(Integer[]::new))
                .update();
        others = jdbc.sql(OTHERS)
                .param("id", id)
                .query((row, n) -> new Place(
                        Set.of(values(row.getArray(1), String[].class)),
                        Set.of(values(row.getArray(2), Integer[].class))))
                .list();
    }

    private static <T> T[] values(Array array, Class<T[]> type) throws SQLException {
        return type.cast(array.getArray());
    }

    private static Set<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }

    @PreDestroy
    void leave() {
        leaving.countDown();
        if (ports.isEmpty()) {
            return;
        }
        try {
            keeper.join(LAST_ROUND);
            jdbc.sql(FORGET).param("id", id).update();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The entry of this process is left to others: {}", e.getMessage());
        }
    }
}
