package dev.interlock.catalog.environment;

import dev.interlock.catalog.IdentityType;
import java.util.List;

/** What each type of identity needs. */
final class IdentityRoles {
    private IdentityRoles() {}

    /** The secrets it needs, by role. */
    static List<String> needed(IdentityType type) {
        return switch (type) {
            case CLIENT_CREDENTIALS -> List.of("clientSecret");
            case BASIC -> List.of("password");
            case API_KEY -> List.of("key");
            case BEARER -> List.of("token");
            case MTLS -> List.of("certificate", "key");
        };
    }

    static boolean needsUsername(IdentityType type) {
        return type == IdentityType.CLIENT_CREDENTIALS || type == IdentityType.BASIC;
    }
}
