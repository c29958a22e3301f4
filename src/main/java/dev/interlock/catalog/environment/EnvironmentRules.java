package dev.interlock.catalog.environment;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.IdentityType;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.store.Faults;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What an environment draft has to keep to. */
final class EnvironmentRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,62}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/?#@]+(?:[/?][^\\s#]*)?");
    private static final Pattern OTHER_ADDRESS = Pattern.compile("[a-z][a-z0-9+.:-]*://[^\\s]+");

    private EnvironmentRules() {}

    static void check(EnvironmentDraft draft, Map<ServiceKey, ServiceKind> services) {
        var faults = new Faults()
                .text("name", draft.name(), 120)
                .atMost("targets", draft.targets().keySet(), 500)
                .atMost("identities", draft.identities().keySet(), 50)
                .atMost("variables", draft.variables().keySet(), 200)
                .known(
                        "targets",
                        "services",
                        new TreeSet<>(draft.targets().keySet()),
                        services.keySet(),
                        "Register them first, or correct the keys.");
        new TreeMap<>(draft.targets()).forEach((service, target) -> target(faults, draft, service, target, services));
        new TreeMap<>(draft.identities()).forEach((name, identity) -> identity(faults, name, identity));
        new TreeMap<>(draft.variables()).forEach((name, value) -> {
            name(faults, "variables", name);
            faults.text("variables/" + name, value, 8_000);
        });
        faults.refuse(CatalogProblem.ENVIRONMENT_IS_INVALID, "environment " + draft.key());
    }

    private static void target(
            Faults faults,
            EnvironmentDraft draft,
            ServiceKey service,
            Target target,
            Map<ServiceKey, ServiceKind> services) {
        var where = "targets/" + service;
        var kind = services.getOrDefault(service, ServiceKind.INTERNAL);
        var unknown = Variables.unknown(target.baseUrl(), draft.variables());
        faults.require(
                        unknown.isEmpty(),
                        where + "/baseUrl",
                        "names unknown variables: " + String.join(", ", unknown),
                        "Add them to the variables of the environment.")
                .require(
                        isAddress(Variables.filled(target.baseUrl(), draft.variables()), kind),
                        where + "/baseUrl",
                        fault(target.baseUrl()),
                        "Write it like https://orders.example:8443/api and keep credentials in an identity.")
                .require(
                        target.maxConcurrency() >= 1 && target.maxConcurrency() <= 256,
                        where + "/maxConcurrency",
                        "is " + target.maxConcurrency(),
                        "Use 1 to 256.")
                .require(
                        target.identity().isEmpty() || draft.identities().containsKey(target.identity()),
                        where + "/identity",
                        "is unknown: " + target.identity(),
                        "Use one of the identities of this environment, or leave it out.")
                .require(
                        target.versionProbe().isEmpty() || target.versionProbe().matches("/\\S{0,500}"),
                        where + "/versionProbe",
                        "is no path",
                        "Write it like /actuator/info, or leave it out.");
    }

    private static String fault(String address) {
        return address.contains("://")
                ? "is no address without user name: \"" + address + "\""
                : "lacks http:// or https:// in front: \"" + address + "\"";
    }

    private static boolean isAddress(String text, ServiceKind kind) {
        var web = WEB_ADDRESS.matcher(text).matches();
        return web
                || ((kind == ServiceKind.DATABASE || kind == ServiceKind.BROKER)
                        && OTHER_ADDRESS.matcher(text).matches());
    }

    private static void identity(Faults faults, String name, Identity identity) {
        var where = "identities/" + name;
        name(faults, "identities", name);
        for (var role : IdentityRoles.needed(identity.type())) {
            faults.require(
                    identity.secrets().containsKey(role),
                    where + "/secrets",
                    "lacks \"" + role + "\"",
                    "Name the secret that holds it.");
        }
        identity.secrets().forEach((role, secret) -> name(faults, where + "/secrets/" + role, secret));
        faults.atMost(where + "/scopes", identity.scopes(), 50)
                .require(
                        !IdentityRoles.needsUsername(identity.type())
                                || !identity.username().isBlank(),
                        where + "/username",
                        "is empty",
                        "Name the user, or the client id.");
        if (identity.type() == IdentityType.CLIENT_CREDENTIALS) {
            faults.require(
                    WEB_ADDRESS.matcher(identity.tokenUrl()).matches(),
                    where + "/tokenUrl",
                    "is no http or https address",
                    "Write it like https://login.example/oauth/token.");
        }
        if (identity.type() == IdentityType.API_KEY) {
            faults.require(
                            Set.of("header", "query").contains(identity.in()),
                            where + "/in",
                            "is \"" + identity.in() + "\"",
                            "Use header or query.")
                    .require(
                            NAME.matcher(identity.parameter()).matches(),
                            where + "/parameter",
                            "is no name of a header or parameter",
                            "Name it, such as X-Api-Key.");
        }
    }

    private static void name(Faults faults, String where, String name) {
        faults.require(
                NAME.matcher(name).matches(),
                where,
                "holds \"" + name + "\", which is no name",
                "Use letters, digits, dot, dash and underscore, at most 63.");
    }
}
