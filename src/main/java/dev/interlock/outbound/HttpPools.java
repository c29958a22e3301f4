package dev.interlock.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** One client with connections of its own for each policy, so that nothing checked under one is used under another. */
final class HttpPools implements AutoCloseable {
    private static final int MOST_POOLS = 500;
    private static final Duration UNUSED = Duration.ofMinutes(15);
    private static final int HEADERS = 200;
    private static final int HEADER_BYTES = 16 * 1024;

    record Pool(CloseableHttpClient client, PoolingHttpClientConnectionManager connections) {
        /** Closes the connections nobody uses now, so that the next request opens a fresh one. */
        void dropIdle() {
            connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    private final NameLookup names;
    private final AddressCheck check;
    private final OutboundProperties limits;
    private final TlsSocketStrategy usual = ClientTlsStrategyBuilder.create().buildClassic();
    private final Cache<OutboundPolicy, Pool> pools = Caffeine.newBuilder()
            .maximumSize(MOST_POOLS)
            .expireAfterAccess(UNUSED)
            .<OutboundPolicy, Pool>removalListener((policy, pool, cause) -> {
                if (pool != null) {
                    pool.client().close(CloseMode.GRACEFUL);
                }
            })
            .build();

    HttpPools(NameLookup names, AddressCheck check, OutboundProperties limits) {
        this.names = names;
        this.check = check;
        this.limits = limits;
    }

    Pool of(OutboundPolicy policy) {
        return pools.get(policy, this::open);
    }

    private Pool open(OutboundPolicy policy) {
        var connections = connections(new GuardedResolver(names, check, policy), tls(policy.tls()));
        var client = HttpClients.custom()
                .setConnectionManager(connections)
                .setRequestExecutor(new TimedExecutor())
                .setDefaultRequestConfig(requestConfig())
                .setUserAgent("Interlock")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
        return new Pool(client, connections);
    }

    private TlsSocketStrategy tls(TlsMaterial material) {
        return material.equals(TlsMaterial.NONE)
                ? usual
                : ClientTlsStrategyBuilder.create()
                        .setSslContext(TlsContexts.of(material))
                        .buildClassic();
    }

    private static RequestConfig requestConfig() {
        return RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .build();
    }

    private PoolingHttpClientConnectionManager connections(GuardedResolver resolver, TlsSocketStrategy tls) {
        var manager = new PoolingHttpClientConnectionManager(
                new Operator(resolver, tls),
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                TimeValue.ofSeconds(60),
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(HEADERS)
                                .setMaxLineLength(HEADER_BYTES)
                                .build())
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.UTF_8)
                                .build())
                        .build());
        manager.setMaxTotal(limits.connections());
        manager.setDefaultMaxPerRoute(limits.connectionsPerHost());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setTimeToLive(TimeValue.ofSeconds(60))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .build());
        manager.setDefaultTlsConfig(TlsConfig.custom()
                .setHandshakeTimeout(Timeout.of(limits.handshake()))
                .build());
        return manager;
    }

    @Override
    public void close() {
        pools.invalidateAll();
        pools.cleanUp();
    }

    /** Notes when connecting and the handshake begin, and which socket is being opened. */
    private static final class Operator extends DefaultHttpClientConnectionOperator {
        Operator(GuardedResolver resolver, TlsSocketStrategy tls) {
            super(
                    proxy -> socket(),
                    DefaultSchemePortResolver.INSTANCE,
                    resolver,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register("https", tls)
                            .build());
        }

        private static Socket socket() {
            var socket = new Socket(Proxy.NO_PROXY);
            Exchange.CURRENT.get().connectedBy(socket);
            return socket;
        }

        @Override
        protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
            Exchange.CURRENT.get().begin(Exchange.Part.CONNECT);
        }

        @Override
        protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
            Exchange.CURRENT.get().end();
        }

        @Override
        protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
            Exchange.CURRENT.get().begin(Exchange.Part.TLS);
        }

        @Override
        protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
            Exchange.CURRENT.get().end();
        }
    }
}
