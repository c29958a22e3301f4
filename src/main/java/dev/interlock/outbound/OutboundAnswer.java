package dev.interlock.outbound;

import java.util.List;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status the status code
 * @param headers as they came
 * @param body decoded when it was gzip or deflate, otherwise as it came
 * @param truncated whether the body was cut at a limit; {@code remarks} says which
 * @param timings where the time went
 * @param remoteAddress address and port that answered, such as {@code 10.0.0.7:8080}
 * @param reused whether the connection had served an earlier request
 * @param remarks what else happened, in words: a retry on a fresh connection, a limit reached, an encoding left as is
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutboundAnswer(
        int status,
        List<Header> headers,
        byte[] body,
        boolean truncated,
        Timings timings,
        String remoteAddress,
        boolean reused,
        List<String> remarks) {
    public OutboundAnswer {
        headers = List.copyOf(headers);
        remarks = List.copyOf(remarks);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    /** The same with other remarks. */
    public OutboundAnswer with(List<String> others) {
        return new OutboundAnswer(status, headers, body, truncated, timings, remoteAddress, reused, others);
    }
}
