package dev.interlock.ingest;

import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;

/** Traces of services: sent as they happen, or as files. */
public interface Traces {

    /**
     * Takes an export request of OTLP. What it tells of integrations and paths shows a few seconds later; spans of a run's
     * own traces at once.
     *
     * @param body at most 64 MiB, decompressed
     * @param json whether the body is JSON; protobuf otherwise
     * @throws dev.interlock.platform.Problem {@link IngestProblem#TRACES_ARE_UNREADABLE} when nothing of it can be read,
     *     {@link IngestProblem#TOO_MANY_SPANS} when more comes than is stored
     */
    TraceReceipt receive(ProjectId project, byte[] body, boolean json);

    /**
     * Reads a file of OTLP, Jaeger or Zipkin as a whole.
     *
     * @param dryRun whether to tell what it holds and keep nothing
     */
    ImportAnswer readFile(ProjectId project, Upload file, boolean dryRun, Actor actor);
}
