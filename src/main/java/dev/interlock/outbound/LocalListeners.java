package dev.interlock.outbound;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** The ports this process and others of Interlock listen on, and the address of the database. */
class LocalListeners implements OwnListeners {
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final ObjectProvider<DataSource> dataSource;
    private final ObjectProvider<OtherListeners> others;
    private volatile Set<String> database = Set.of();
    private volatile boolean databaseKnown;

    LocalListeners(ObjectProvider<DataSource> dataSource, ObjectProvider<OtherListeners> others) {
        this.dataSource = dataSource;
        this.others = others;
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        ports.add(event.getWebServer().getPort());
    }

    @Override
    public boolean include(InetAddress address, int port) {
        return (ports.contains(port) && isHere(address))
                || isDatabase(address, port)
                || others.stream().anyMatch(book -> book.include(address, port));
    }

    private boolean isDatabase(InetAddress address, int port) {
        if (!databaseKnown) {
            database = databaseAddresses();
            databaseKnown = true;
        }
        return database.contains(address.getHostAddress() + "|" + port)
                || (database.contains("here|" + port) && isHere(address));
    }

    private Set<String> databaseAddresses() {
        if (!(dataSource.getIfAvailable() instanceof HikariDataSource pool) || pool.getJdbcUrl() == null) {
            return Set.of();
        }
        var found = ConcurrentHashMap.<String>newKeySet();
        var hosts = pool.getJdbcUrl().replaceFirst("^jdbc:postgresql://", "").replaceFirst("[/?].*$", "");
        Arrays.stream(hosts.split(",")).forEach(host -> addTo(found, host));
        return found;
    }

    private static void addTo(Set<String> found, String hostAndPort) {
        try {
            var uri = URI.create("postgresql://" + hostAndPort);
            var port = uri.getPort() < 0 ? 5432 : uri.getPort();
            for (var address : InetAddress.getAllByName(uri.getHost())) {
                found.add((isHere(address) ? "here" : address.getHostAddress()) + "|" + port);
            }
        } catch (UnknownHostException | IllegalArgumentException e) {
            // a database we cannot name is one we cannot be connected to
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
