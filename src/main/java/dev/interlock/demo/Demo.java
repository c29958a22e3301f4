package dev.interlock.demo;

import dev.interlock.plan.PlanKey;
import dev.interlock.platform.Actor;
import dev.interlock.security.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The demo: a small shop with a month of history, to look around in. One for the whole installation. */
public interface Demo {

    /** The project of the demo while there is one. */
    Optional<Project> project();

    /** Opens the shop and fills a project with it; answers the project there is when it is open already. */
    Project open(Actor actor);

    /** Closes the shop and deletes its project. */
    void remove(Actor actor);

    /** The services of the shop, entry first, with what is wrong in each; empty while there is no demo. */
    List<ShopService> services();

    /** The plan that runs every test of the shop, so that it meets whatever is made to go wrong. */
    PlanKey plan();

    /** What can be made to go wrong. */
    List<FaultChoice> faults();

    /**
     * Switches a fault on in a service, or off with an empty name.
     *
     * @throws dev.interlock.platform.Problem when there is no such service or fault, or no demo
     */
    void fault(String service, String fault, Actor actor);

    /**
     * A service of the shop.
     *
     * @param fault name of the fault that is on, empty when all is well
     */
    record ShopService(String name, String baseUrl, String fault) {}

    /**
     * A fault to choose.
     *
     * @param words to follow the name of a service
     * @param services where a test of the shop can notice it
     */
    record FaultChoice(String name, String words, Set<String> services) {
        public FaultChoice {
            services = Set.copyOf(services);
        }
    }
}
