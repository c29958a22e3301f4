package dev.interlock.demo.shop;

import java.util.List;
import java.util.function.Predicate;

/** What one service of the shop does. */
interface Department {

    /**
     * The operations of the service.
     *
     * @param out how it calls the others
     * @param has whether a fault is switched on in this service
     */
    List<Route> routes(Caller out, Predicate<Fault> has);
}
