package dev.interlock.testcase.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.openapi.ChangeClass;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepUsesTests {
    private static final String WORKFLOW = """
        arazzo: 1.0.1
        info: {title: t, version: '1'}
        sourceDescriptions: [{name: orders, url: orders.yaml, type: openapi}]
        workflows:
          - workflowId: w
            steps:
              - stepId: place
                operationId: placeOrder
                parameters: [{name: X-Shop, in: header, value: a}, {name: limit, in: query, value: 1}]
                requestBody: {payload: {item: {sku: a1}}}
                successCriteria:
                  - condition: $statusCode == 201
                  - condition: $response.body#/state == 'NEW'
                  - condition: $response.header.Location != null
                  - {context: $response.body, condition: '$.lines[?@.price > 1]', type: jsonpath}
                outputs: {id: $response.body#/order/id}
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        201 application/json /state              | true
        201 application/json /order              | true
        201 application/json /order/id           | true
        201 application/json (Order)/order/id    | true
        201 application/json /lines/*/price      | true
        201 application/json /lines/*            | true
        201 application/json /order/total        | false
        201 application/json /other              | false
        201 header location                      | true
        201 header retry-after                   | false
        query limit                              | true
        query after                              | false
        header x-shop                            | true
        request body application/json /item/sku  | true
        request body application/json /item      | true
        request body application/json /note      | false
        """)
    void tellsWhetherAStepUsesWhatChanged(String where, boolean used) {
        var change = new InterfaceChange(
                "POST /orders", where, Rule.TYPE_CHANGED, Direction.RESPONSE, ChangeClass.BREAKING, "It changed.");

        assertThat(places().stream().anyMatch(UsedPlace.of(change)::seenBy)).isEqualTo(used);
    }

    private static Set<UsedPlace> places() {
        return StepUses.of(
                ArazzoDocument.read(WORKFLOW).workflows().getFirst().steps().getFirst());
    }
}
