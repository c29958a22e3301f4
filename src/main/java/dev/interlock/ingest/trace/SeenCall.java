package dev.interlock.ingest.trace;

/**
 * One call from a service to another, or to a database, a broker or a third party that sends no spans.
 *
 * @param from the span at the calling end, or the message that came out of a broker
 * @param consumer name of the calling service
 * @param provider name of the called one
 * @param peer whether the name of the far end is only what the near end calls it
 */
record SeenCall(
        ReadSpan from,
        String consumer,
        String provider,
        String protocol,
        String operation,
        SpanFacts.Store store,
        boolean waits,
        boolean peer,
        boolean failed,
        long tookMicros) {

    static SeenCall between(ReadSpan parent, ReadSpan child) {
        var asked = parent.kind().asks() ? parent : child;
        var facts = child.kind().isAsked() || !parent.kind().asks() ? child.facts() : parent.facts();
        var message = child.kind() == SpanKind.CONSUMER || parent.kind() == SpanKind.PRODUCER;
        return new SeenCall(
                child,
                parent.service(),
                child.service(),
                message ? messageProtocol(parent, child) : facts.protocol(),
                facts.operation(),
                SpanFacts.Store.SERVICE,
                !message && !child.follows(),
                false,
                child.failed() || parent.failed(),
                asked.tookMicros());
    }

    static SeenCall toPeer(ReadSpan span) {
        var facts = span.facts();
        return new SeenCall(
                span,
                span.service(),
                facts.peer(),
                facts.protocol(),
                facts.operation(),
                facts.store(),
                span.kind() != SpanKind.PRODUCER,
                true,
                span.failed(),
                span.tookMicros());
    }

    static SeenCall fromPeer(ReadSpan span) {
        var facts = span.facts();
        return new SeenCall(
                span,
                facts.peer(),
                span.service(),
                facts.protocol(),
                facts.operation(),
                facts.store(),
                false,
                true,
                span.failed(),
                span.tookMicros());
    }

    private static String messageProtocol(ReadSpan parent, ReadSpan child) {
        return child.facts().protocol().equals("MESSAGE")
                ? parent.facts().protocol()
                : child.facts().protocol();
    }
}
