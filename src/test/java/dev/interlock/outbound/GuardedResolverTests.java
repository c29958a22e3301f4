package dev.interlock.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.platform.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write and hide them, asked of the resolver; nothing is ever dialled. */
class GuardedResolverTests {
    private static final Map<String, List<String>> NAMES = Map.of(
            "api.example", List.of("93.184.215.14"),
            "metadata.example", List.of("169.254.169.254"),
            "localhost", List.of("127.0.0.1", "::1"),
            "half.example", List.of("93.184.215.14", "10.0.0.7"),
            "ten.example", List.of("10.0.0.7"),
            "mapped.example", List.of("::ffff:169.254.169.254"),
            "xn--bcher-kva.example", List.of("93.184.215.14"),
            "six.example", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c"));

    private static final OutboundPolicy CLOSED = new OutboundPolicy("7/staging", List.of(), true, 1);
    private static final OutboundPolicy WIDE = new OutboundPolicy(
            "7/staging",
            List.of(
                    new Opening("0.0.0.0/0", "*"),
                    new Opening("::/0", "*"),
                    new Opening("10.0.0.0/8", "*"),
                    new Opening("127.0.0.0/8", "*")),
            true,
            2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://metadata.example/",
                "http://mapped.example/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::169.254.169.254]/",
                "http://[::a9fe:a9fe]/",
                "http://[64:ff9b::169.254.169.254]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b:1::a9fe:a9fe]/",
                "http://[2002:a9fe:a9fe::1]/",
                "http://[2001:0:a9fe:a9fe::1]/",
                "http://[2001:0:5db8:d70e:0:0:5601:5601]/",
                "http://[::ffff:0:a9fe:a9fe]/",
                "http://[2606:2800::5efe:a9fe:a9fe]/",
                "http://[2606:2800::200:5efe:a9fe:a9fe]/",
                "http://[fe80::1]/",
                "http://[fe80::5efe:7f00:1]/",
                "http://[febf::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fd20:ce::254]/",
                "http://168.63.129.16/",
                "http://100.100.100.200/",
                "http://192.0.0.192/",
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://[::]/",
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://255.255.255.255/",
                "http://240.0.0.1/",
                "http://254.1.1.1/",
                "http://[ff02::1]/",
                "http://[ff0e::101]/",
                "http://[4000::1]/",
                "http://[::2:1]/",
            })
    void staysClosedWhateverIsOpened(String url) {
        assertThatThrownBy(() -> resolve(url, WIDE)).isInstanceOfSatisfying(RefusedAddress.class, refused -> {
            assertThat(refused.refusal().rule().openable()).isFalse();
            assertThat(refused.refusal().openingToOffer()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.1./",
                "http://127.0.0.01/",
                "http://127.0.0.256/",
                "http://1.2.3.4.5/",
                "http://00/",
                "http://0/",
                "http://0x/",
                "http://example.1/",
                "http://１２７.0.0.1/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://127.0.0.1%2f@example.com/",
                "http://example.com@127.0.0.1/",
                "http://user:password@api.example/",
                "http://127.0.0.1\\@api.example/",
                "http://api.example\\.evil.example/",
                "http://api.example:80:80/",
                "http://api.example:/",
                "http://api.example:0/",
                "http://api.example:65536/",
                "http://api.example:8a/",
                "http://[::1/",
                "http://[::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[127.0.0.1]/",
                "http://[api.example]/",
                "http://[]/",
                "http://::1/",
                "http:///path",
                "http://",
                "http://?q",
                "http://api..example/",
                "http://.example/",
                "http://-api.example/",
                "http://api.example /",
                "http://api.example\t/",
                "http://api.example\r\nHost: x/",
                "http://api%2eexample/",
                "http://api_.exa mple/",
                "http://a\u0000b/",
            })
    void takesNoOtherSpellingForAnAddress(String url) {
        assertThatThrownBy(() -> resolve(url, WIDE))
                .isInstanceOfSatisfying(
                        RefusedAddress.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(AddressRule.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://api.example/",
                "ftp://api.example/",
                "jar:http://api.example!/",
                "javascript:alert(1)",
                "//api.example/",
                "api.example",
                "",
                "http:api.example",
                "ldap://api.example/",
                "unix:/run/docker.sock",
            })
    void speaksNoOtherProtocol(String url) {
        assertThatThrownBy(() -> resolve(url, WIDE))
                .isInstanceOfSatisfying(
                        RefusedAddress.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(AddressRule.SCHEME));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/, LOOPBACK, 127.0.0.1/32, 8080",
        "http://127.255.255.254:9/, LOOPBACK, 127.255.255.254/32, 9",
        "https://localhost/, LOOPBACK, 127.0.0.1/32, 443",
        "http://LOCALHOST./, LOOPBACK, 127.0.0.1/32, 80",
        "http://[::1]:81/, LOOPBACK, 0:0:0:0:0:0:0:1/128, 81",
        "http://[0:0:0:0:0:0:0:1]/, LOOPBACK, 0:0:0:0:0:0:0:1/128, 80",
        "http://[::ffff:127.0.0.1]/, LOOPBACK, 127.0.0.1/32, 80",
        "http://[2002:7f00:1::]/, LOOPBACK, 127.0.0.1/32, 80",
        "http://[64:ff9b::10.0.0.7]/, PRIVATE, 10.0.0.7/32, 80",
        "http://10.0.0.7/, PRIVATE, 10.0.0.7/32, 80",
        "http://ten.example/, PRIVATE, 10.0.0.7/32, 80",
        "http://half.example/, PRIVATE, 10.0.0.7/32, 80",
        "http://172.16.0.1/, PRIVATE, 172.16.0.1/32, 80",
        "http://172.31.255.255/, PRIVATE, 172.31.255.255/32, 80",
        "http://192.168.1.1/, PRIVATE, 192.168.1.1/32, 80",
        "http://100.64.0.1/, CARRIER_NAT, 100.64.0.1/32, 80",
        "http://100.127.255.255/, CARRIER_NAT, 100.127.255.255/32, 80",
        "http://[fd12:3456::1]/, UNIQUE_LOCAL, fd12:3456:0:0:0:0:0:1/128, 80",
        "http://[fec0::1]/, SPECIAL_USE, fec0:0:0:0:0:0:0:1/128, 80",
        "http://198.18.0.1/, SPECIAL_USE, 198.18.0.1/32, 80",
        "http://192.0.2.1/, SPECIAL_USE, 192.0.2.1/32, 80",
    })
    void saysWhatWouldOpenIt(String url, AddressRule rule, String cidr, String ports) throws Exception {
        var refusal = catchThrowableOfType(RefusedAddress.class, () -> resolve(url, CLOSED))
                .refusal();

        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal.openingToOffer()).contains(new Opening(cidr, ports));
        assertThat(refusal.sentence()).contains(cidr).contains(ports).contains(rule.name());
        var opened =
                new OutboundPolicy("7/staging", List.of(refusal.openingToOffer().orElseThrow()), true, 3);
        if (!url.toLowerCase(java.util.Locale.ROOT).contains("localhost")) {
            assertThat(resolve(url, opened)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example/a?b#c",
                "HTTP://API.EXAMPLE./",
                "https://api.example:8443/",
                "http://bücher.example/",
                "http://93.184.215.14/",
                "http://six.example/",
                "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "http://172.32.0.1/",
                "http://11.0.0.1/",
                "http://100.128.0.1/",
            })
    void letsPublicAddressesThrough(String url) throws Exception {
        assertThat(resolve(url, CLOSED)).isNotEmpty();
    }

    @Test
    void opensOnlyThePortsNamed() throws Exception {
        var policy = new OutboundPolicy("7/staging", List.of(new Opening("10.0.0.0/24", "8080,9000-9100")), true, 1);

        assertThat(resolve("http://10.0.0.7:9050/", policy)).isNotEmpty();
        assertThatThrownBy(() -> resolve("http://10.0.0.7:8081/", policy)).isInstanceOf(RefusedAddress.class);
        assertThatThrownBy(() -> resolve("http://10.0.1.7:8080/", policy)).isInstanceOf(RefusedAddress.class);
    }

    @Test
    void closesPublicAddressesWhereTheInstanceAllowsOnlyWhatIsListed() throws Exception {
        var listed = new OutboundPolicy("7/staging", List.of(new Opening("93.184.215.0/24", "443")), false, 1);

        assertThat(resolve("https://api.example/", listed)).isNotEmpty();
        assertThatThrownBy(() -> resolve("http://api.example/", listed)).isInstanceOf(RefusedAddress.class);
    }

    @Test
    void neverReachesItsOwnListeners() {
        var resolver = new GuardedResolver(
                GuardedResolverTests::lookup, new AddressCheck((address, port) -> port == 5432), WIDE);

        assertThatThrownBy(() -> resolver.resolve("127.0.0.1", 5432))
                .isInstanceOfSatisfying(
                        RefusedAddress.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(AddressRule.OWN_LISTENER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1/8",
                "10.0.0.0/33",
                "10.0.0/24",
                "localhost/8",
                "fd00::1/8",
                "010.0.0.0/8",
                "10.0.0.0/-1",
                "",
                "::/129",
            })
    void refusesWhatIsNoNetwork(String cidr) {
        assertThatThrownBy(() -> new Opening(cidr, "*")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "9-8", "80,", "a", "1-2-3", "-80"})
    void refusesWhatIsNoPort(String ports) {
        assertThatThrownBy(() -> new Opening("10.0.0.0/8", ports)).isInstanceOf(Problem.class);
    }

    private static List<?> resolve(String url, OutboundPolicy policy) throws UnknownHostException {
        var target = TargetUrl.parse(url);
        var check = new AddressCheck((address, port) -> false);
        return new GuardedResolver(GuardedResolverTests::lookup, check, policy).resolve(target.host(), target.port());
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        if (HostText.isCanonicalIpv4(host) || HostText.looksLikeIpv6(host)) {
            return InetAddress.getAllByName(host);
        }
        var addresses = NAMES.getOrDefault(host, List.of());
        var found = new InetAddress[addresses.size()];
        for (var i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses.get(i));
        }
        return found;
    }
}
