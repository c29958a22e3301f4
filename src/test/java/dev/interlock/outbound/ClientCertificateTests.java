package dev.interlock.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that trusts one client, with a certificate no usual authority knows. */
class ClientCertificateTests {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final OutboundPolicy LOOPBACK =
            new OutboundPolicy("1/tls", List.of(new Opening("127.0.0.0/8", "*")), true, 1);

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static ApacheGuardedHttp http;
    private static KeyStore ofServer;
    private static KeyStore ofClient;

    @BeforeAll
    static void start() throws Exception {
        ofServer = made("server", "EC");
        ofClient = made("client", "RSA");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(contextOfServer()) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            var body = client((HttpsExchange) exchange).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        http = TestHttp.guarded();
    }

    @AfterAll
    static void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void provesItselfWithTheCertificateOfTheIdentity() throws Exception {
        var client = new TlsMaterial(certificate(ofClient), key(ofClient), certificate(ofServer));

        assertThat(asked(LOOPBACK.with(client))).isEqualTo("CN=client");
    }

    @Test
    void usesNoConnectionOfAnotherIdentity() throws Exception {
        var authorities = certificate(ofServer);
        asked(LOOPBACK.with(new TlsMaterial(certificate(ofClient), key(ofClient), authorities)));

        assertThat(asked(LOOPBACK.with(new TlsMaterial("", "", authorities)))).isEqualTo("nobody");
    }

    @Test
    void trustsNobodyWithoutTheAuthorityOfTheEnvironment() {
        var failure = catchThrowableOfType(OutboundFailure.class, () -> asked(LOOPBACK));

        assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.TLS);
    }

    @Test
    void saysWhichTextIsNoCertificateOrKey() throws Exception {
        var certificate = certificate(ofClient);
        var noKey = catchThrowableOfType(
                OutboundFailure.class,
                () -> asked(LOOPBACK.with(new TlsMaterial(certificate, "-----BEGIN ENCRYPTED PRIVATE KEY-----", ""))));
        var noBundle = catchThrowableOfType(
                OutboundFailure.class, () -> asked(LOOPBACK.with(new TlsMaterial("", "", "# empty"))));

        assertThat(noKey.sentence()).contains("no unencrypted private key").contains("openssl pkcs8");
        assertThat(noBundle.kind()).isEqualTo(OutboundFailure.Kind.TLS);
    }

    @Test
    void saysNothingOfTheKey() throws Exception {
        assertThat(new TlsMaterial(certificate(ofClient), key(ofClient), "").toString())
                .doesNotContain("BEGIN");
    }

    private static String asked(OutboundPolicy policy) {
        var url = "https://localhost:" + server.getAddress().getPort() + "/";
        return new String(
                http.send(OutboundRequest.get(url, List.of()), policy, LONG).body(), StandardCharsets.UTF_8);
    }

    private static String client(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "nobody";
        }
    }

    private static SSLContext contextOfServer() throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ofServer, PASSWORD);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", ofClient.getCertificate("client"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore made(String name, String algorithm) throws Exception {
        var file = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static String certificate(KeyStore store) throws Exception {
        return pem(
                "CERTIFICATE",
                store.getCertificate(store.aliases().nextElement()).getEncoded());
    }

    private static String key(KeyStore store) throws Exception {
        return pem(
                "PRIVATE KEY",
                store.getKey(store.aliases().nextElement(), PASSWORD).getEncoded());
    }

    private static String pem(String what, byte[] bytes) throws IOException {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
