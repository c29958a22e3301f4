package dev.interlock.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Makes contexts for TLS from texts in PEM. */
final class TlsContexts {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]{1,40000})-----END");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    /** Head of PKCS #8 for RSA, before the length of the key. */
    private static final byte[] RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private TlsContexts() {}

    /** @throws IllegalArgumentException when a text cannot be used, with a sentence that tells which */
    static SSLContext of(TlsMaterial material) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(material), trust(material), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificates cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keys(TlsMaterial material) throws GeneralSecurityException, IOException {
        if (material.certificate().isEmpty()) {
            return new KeyManager[0];
        }
        var chain = certificates(material.certificate(), "certificate of the client");
        var store = empty();
        store.setKeyEntry("client", key(material.key()), new char[0], chain.toArray(Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(TlsMaterial material) throws GeneralSecurityException, IOException {
        var usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        if (material.authorities().isEmpty()) {
            return usual.getTrustManagers();
        }
        var store = empty();
        var number = 0;
        for (var authority : certificates(material.authorities(), "bundle of authorities")) {
            store.setCertificateEntry("own-" + number++, authority);
        }
        for (var manager : usual.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (var authority : known.getAcceptedIssuers()) {
                    store.setCertificateEntry("usual-" + number++, authority);
                }
            }
        }
        var all = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        all.init(store);
        return all.getTrustManagers();
    }

    private static List<? extends Certificate> certificates(String pem, String what) throws GeneralSecurityException {
        var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
        var found = List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " holds no certificate in PEM.");
        }
        return found;
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        var found = KEY.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException(
                    "The key of the client is no unencrypted private key in PEM; \"openssl pkcs8 -topk8 -nocrypt\" makes one.");
        }
        var bytes = Base64.getMimeDecoder().decode(found.group(2));
        var spec = new PKCS8EncodedKeySpec(found.group(1) == null ? bytes : wrapped(bytes));
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // of another algorithm
            }
        }
        throw new IllegalArgumentException("The key of the client is none of " + String.join(", ", ALGORITHMS) + ".");
    }

    /** An RSA key as PKCS #1 has it, in the envelope of PKCS #8. */
    private static byte[] wrapped(byte[] key) {
        var content = joined(RSA_HEAD, tagged(0x04, key));
        return tagged(0x30, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        var length = content.length;
        var head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return joined(head, content);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
