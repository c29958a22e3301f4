package dev.interlock.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathMentionsTests {
    private static final PathKey PAY = PathKey.of("checkout-pay");
    private static final PathKey ORDERS = PathKey.of("orders");

    private final PathMentions mentions = new PathMentions(List.of(PAY, ORDERS));

    @Test
    void findsTheKeyInClassAndName() {
        assertThat(of("shop.CheckoutPayTest", "works")).containsExactly(PAY);
        assertThat(of("shop.Other", "pays [checkout-pay]")).containsExactly(PAY);
        assertThat(of("shop.PayCheckoutTest", "works")).isEmpty();
    }

    @Test
    void wantsAKeyOfOneWordToBeMarked() {
        assertThat(of("shop.OrdersTest", "lists orders")).isEmpty();
        assertThat(of("shop.AnyTest", "lists [orders]")).containsExactly(ORDERS);
        assertThat(of("shop.AnyTest", "lists @orders")).containsExactly(ORDERS);
        assertThat(mentions.of(reported("a.B", "c", List.of("orders")))).containsExactly(ORDERS);
    }

    @Test
    void takesAValueOfAPropertyForTheKey() {
        assertThat(mentions.of(reported("a.B", "c", List.of("orders", "path=orders"))))
                .containsExactly(ORDERS);
        assertThat(mentions.of(reported("a.B", "c", List.of("x=path:orders")))).isEmpty();
    }

    private Set<PathKey> of(String className, String name) {
        return mentions.of(reported(className, name, List.of()));
    }

    private static ReportedCase reported(String className, String name, List<String> labels) {
        return new ReportedCase(
                "", className, name, Verdict.PASSED, Duration.ZERO, 1, false, false, null, "", labels, 1);
    }
}
