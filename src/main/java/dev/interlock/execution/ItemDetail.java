package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.Map;

/**
 * One item with everything recorded of it; secrets were masked before it was stored.
 *
 * @param attempts tries in order; empty until there is an outcome
 * @param versions versions met by the run
 * @param manual steps of a MANUAL test with what a person said about them
 * @param note what a person wrote
 */
public record ItemDetail(
        ItemSummary item,
        List<Attempt> attempts,
        Map<ServiceKey, String> versions,
        List<ManualStepVerdict> manual,
        String note) {}
