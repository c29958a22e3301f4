package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.risk.TestRanker;
import dev.interlock.risk.TestRanker.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RankProtocolTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CYCLE =
            "{\"type\":\"cycle\",\"cycle\":2,\"tests\":[{\"id\":\"a\",\"impact\":1},{\"id\":\"b\",\"impact\":5}]}";
    private static final String RESULT = "{\"type\":\"result\",\"cycle\":1,\"results\":["
            + "{\"id\":\"a\",\"verdict\":0,\"duration\":1},{\"id\":\"b\",\"verdict\":1,\"duration\":100}]}";

    @Test
    void putsTheTestThatFailedFirst() {
        var protocol = new RankProtocol(new TestRanker(Order.PROBABILITY));

        assertThat(protocol.answer("{\"type\":\"init\",\"interactive\":0}")).isEmpty();
        assertThat(protocol.answer(RESULT)).isEmpty();
        var answer = JSON.readTree(protocol.answer(CYCLE).orElseThrow());

        assertThat(answer.path("cycle").asInt()).isEqualTo(2);
        assertThat(answer.path("order").get(0).asString()).isEqualTo("b");
        assertThat(answer.path("order")).hasSize(2);
    }

    @Test
    void aMuchQuickerTestGoesFirstWhenTimeCounts() {
        var protocol = new RankProtocol(new TestRanker(Order.COST));

        protocol.answer(RESULT);
        var answer = JSON.readTree(protocol.answer(CYCLE).orElseThrow());

        assertThat(answer.path("order").get(0).asString()).isEqualTo("a");
    }

    @Test
    void handsTheOrderOutInPartsWhenAsked() {
        var protocol = new RankProtocol(new TestRanker(Order.PROBABILITY));

        protocol.answer("{\"type\":\"init\",\"interactive\":1}");
        protocol.answer(RESULT);

        assertThat(protocol.answer(CYCLE)).isEmpty();
        assertThat(protocol.answer("{\"type\":\"next\",\"max\":1}")).contains("{\"next\":[\"b\"]}");
        assertThat(protocol.answer("{\"type\":\"partial\",\"results\":[]}")).isEmpty();
        assertThat(protocol.answer("{\"type\":\"next\",\"max\":9}")).contains("{\"next\":[\"a\"]}");
    }

    @Test
    void endsWhenTold() {
        var protocol = new RankProtocol(new TestRanker(Order.PROBABILITY));

        protocol.answer("{\"type\":\"end\"}");

        assertThat(protocol.hasEnded()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var protocol = new RankProtocol(new TestRanker(Order.PROBABILITY));

        assertThatThrownBy(() -> protocol.answer("{\"type\":\"dance\"}")).isInstanceOf(IllegalArgumentException.class);
    }
}
