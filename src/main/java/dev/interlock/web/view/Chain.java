package dev.interlock.web.view;

import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.stream.Collectors;

/** The services of a path in order, as one line of text. */
public final class Chain {
    private Chain() {}

    /** "orders → payment → bank". */
    public static String text(List<ServiceKey> services) {
        return services.stream().map(ServiceKey::value).collect(Collectors.joining(" → "));
    }
}
