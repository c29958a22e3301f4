package dev.interlock.catalog;

import java.util.List;

/**
 * A sequence a team can follow to integrate the services that are not ready in an environment. Worked out from what is
 * ready now, so it shortens as services become ready.
 *
 * @param ready services that are ready and taken as integrated
 * @param stubbedIntegrations integrations that run against a stub at some step
 * @param exact whether no order with fewer of them exists is proven; only told of LEAST_STUBS
 */
public record IntegrationOrder(
        EnvironmentKey environment,
        OrderStrategy strategy,
        List<ServiceKey> ready,
        List<Step> steps,
        int stubbedIntegrations,
        boolean exact) {
    /** Copies the lists. */
    public IntegrationOrder {
        ready = List.copyOf(ready);
        steps = List.copyOf(steps);
    }

    /**
     * One step of it.
     *
     * @param number from 1
     * @param services services that join in this step
     * @param missing what they lack today, one sentence each
     * @param stubs stand-ins this step needs, each with the services that call it
     * @param newStubs those of them that no step before needed
     * @param droppedStubs stand-ins the services of this step replace
     * @param integrations integrations between real services from this step on
     * @param paths paths whose services are all real from this step on
     */
    public record Step(
            int number,
            List<ServiceKey> services,
            List<String> missing,
            List<NeededStub> stubs,
            List<ServiceKey> newStubs,
            List<ServiceKey> droppedStubs,
            int integrations,
            List<PathKey> paths) {
        /** Copies the lists. */
        public Step {
            services = List.copyOf(services);
            missing = List.copyOf(missing);
            stubs = List.copyOf(stubs);
            newStubs = List.copyOf(newStubs);
            droppedStubs = List.copyOf(droppedStubs);
            paths = List.copyOf(paths);
        }
    }

    /**
     * A stand-in.
     *
     * @param service the service it stands in for
     * @param callers integrated services that call it
     */
    public record NeededStub(ServiceKey service, List<ServiceKey> callers) {
        /** Copies the list. */
        public NeededStub {
            callers = List.copyOf(callers);
        }
    }
}
