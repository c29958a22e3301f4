package dev.interlock.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the system, on threads of its own because that call can neither be interrupted nor limited. */
final class SystemNameLookup implements NameLookup, AutoCloseable {
    private static final int THREADS = 16;

    private final Duration timeout;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    SystemNameLookup(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public InetAddress[] lookup(String host) throws UnknownHostException {
        if (HostText.isCanonicalIpv4(host) || HostText.looksLikeIpv6(host)) {
            return InetAddress.getAllByName(host);
        }
        var answer = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unknown("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("the lookup was interrupted");
        } catch (ExecutionException e) {
            throw unknown("no such name");
        }
    }

    private static UnknownHostException unknown(String why) {
        return new UnknownHostException(why);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
