package dev.interlock.demo.shop;

import java.util.List;

/** What one service of the shop does. */
interface Department {

    /**
     * The operations of the service.
     *
     * @param out how it calls the others
     */
    List<Route> routes(Caller out);
}
