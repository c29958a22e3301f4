package dev.interlock.execution.carry;

import dev.interlock.arazzo.Credentials.Granted;
import dev.interlock.arazzo.FailureCause;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.arazzo.OperationIndex;
import dev.interlock.arazzo.Source;
import dev.interlock.arazzo.Sources;
import dev.interlock.arazzo.TransportFailure;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.outbound.Header;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.platform.Problem;
import dev.interlock.security.Masking;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a try needs of its environment: where services are, who we are there, and what must not be shown. */
final class Workplace {
    private final ItemWork work;
    private final Surroundings.Look around;
    private final Map<String, String> secrets;
    private final Identities identities;
    private final Function<ServiceKey, Optional<OperationIndex>> operations;
    private final StandIns standIns;
    private final Map<String, String> granted = new ConcurrentHashMap<>();

    Workplace(
            ItemWork work,
            Surroundings.Look around,
            Identities identities,
            Function<ServiceKey, Optional<OperationIndex>> operations,
            StandIns standIns) {
        this.work = work;
        this.around = around;
        this.secrets = around.secrets();
        this.identities = identities;
        this.operations = operations;
        this.standIns = standIns;
    }

    /** What may be reached, for requests that speak for nobody. */
    OutboundPolicy policy() {
        return around.policy();
    }

    /** What may be reached from a source, and how we prove ourselves there. */
    OutboundPolicy policy(String source) {
        var service = work.test().sources().get(source);
        return service == null ? policy() : policyOf(service);
    }

    /** What may be reached, and how we prove ourselves to this service. */
    OutboundPolicy policyOf(ServiceKey service) {
        return around.ownPolicies().getOrDefault(service, policy());
    }

    /** Who answers in place of services. */
    StandIns standIns() {
        return standIns;
    }

    /** Masks secrets and every credential handed out so far. */
    Masking masking() {
        var all = new LinkedHashMap<>(secrets);
        all.putAll(granted);
        return Masking.of(all);
    }

    /** Names that stand for secrets. */
    Set<String> secretNames() {
        var names = new TreeSet<>(secrets.keySet());
        names.addAll(granted.keySet());
        return names;
    }

    Sources sources() {
        var sources = Sources.NONE;
        for (var entry : work.test().sources().entrySet()) {
            sources = sources.and(entry.getKey(), source(entry.getValue()));
        }
        return sources;
    }

    private Source source(ServiceKey service) {
        var standIn = standIns.base(service);
        return standIn.isPresent()
                ? new Source(
                        operations.apply(service), standIn, dev.interlock.arazzo.Credentials.NONE, Optional.empty())
                : real(service);
    }

    private Source real(ServiceKey service) {
        var target = work.run().place().targets().get(service);
        var base = target == null ? Optional.<URI>empty() : Optional.of(URI.create(target.baseUrl()));
        var source =
                new Source(operations.apply(service), base, dev.interlock.arazzo.Credentials.NONE, Optional.empty());
        return target == null || target.identity().isBlank()
                ? source
                : source.with((operation, call) -> grant(target.identity()));
    }

    private Granted grant(String identity) throws TransportFailure {
        try {
            var credentials =
                    identities.credentialsFor(work.project(), work.run().place(), identity, policy());
            credentials.headers().forEach(header -> keep(identity, header.value()));
            credentials.query().forEach(query -> keep(identity, query.value()));
            return new Granted(plain(credentials.headers()), plain(credentials.query()));
        } catch (Problem e) {
            throw new TransportFailure(
                    FailureCause.AUTH, e.detail() + " " + e.type().next());
        }
    }

    private void keep(String identity, String value) {
        var space = value.indexOf(' ');
        var secret = space < 0 ? value : value.substring(space + 1);
        if (!secrets.containsValue(secret)) {
            granted.put(identity.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_CREDENTIAL", secret);
        }
    }

    private static List<HttpHeader> plain(List<Header> headers) {
        return headers.stream()
                .map(header -> new HttpHeader(header.name(), header.value()))
                .toList();
    }

    /** Values of the inputs: variables of the environment, of the run, of the data row; then secrets by their names. */
    ObjectNode inputs() {
        var inputs = shownInputs();
        secrets.forEach((name, value) -> {
            if (!inputs.has(name)) {
                inputs.put(name, value);
            }
        });
        return inputs;
    }

    /** The inputs a reader may see. */
    ObjectNode shownInputs() {
        var inputs = JsonMapper.shared().createObjectNode();
        work.run().place().variables().forEach(inputs::put);
        work.run().variables().forEach(inputs::put);
        row().forEach((name, value) -> inputs.set(name, JsonMapper.shared().valueToTree(value)));
        return inputs;
    }

    /** Where each input comes from, in words. */
    Map<String, String> origins() {
        var origins = new HashMap<String, String>();
        secrets.keySet().forEach(name -> origins.put(name, "secret of the environment"));
        work.run().place().variables().keySet().forEach(name -> origins.put(name, "variable of the environment"));
        work.run().variables().keySet().forEach(name -> origins.put(name, "variable of the run"));
        row().keySet().forEach(name -> origins.put(name, "data row " + work.row()));
        return origins;
    }

    private Map<String, @Nullable Object> row() {
        var number = work.row();
        return number == null || number > work.test().rows().size()
                ? Map.of()
                : work.test().rows().get(number - 1);
    }
}
