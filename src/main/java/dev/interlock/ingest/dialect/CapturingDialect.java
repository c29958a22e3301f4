package dev.interlock.ingest.dialect;

/** A dialect that says in texts why a case failed. */
abstract class CapturingDialect implements XmlDialect {
    final CaseSink sink;
    final CapturedText text = new CapturedText();

    CapturingDialect(CaseSink sink) {
        this.sink = sink;
    }

    @Override
    public final void text(char[] characters, int start, int length) {
        text.take(characters, start, length);
    }
}
