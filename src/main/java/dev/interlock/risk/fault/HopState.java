package dev.interlock.risk.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is believed of one hop. Changed by {@link FaultModel} only. */
public final class HopState {
    final String consumer;
    final String provider;
    final Map<String, Reach> reaches = new TreeMap<>();
    double[] structure = new double[Feature.COUNT];
    double fault;
    boolean worked;
    /** Chance that a fault of the provider's last deployment would still be unseen here. */
    double unseen = 1;

    List<Cause> causes = new ArrayList<>();
    /** Causes from before the hop was known to be broken; null when it is not known to be. */
    @Nullable
    List<Cause> held;

    HopState(String consumer, String provider) {
        this.consumer = consumer;
        this.provider = provider;
    }

    /** Probability 0..1 that the hop is broken now. */
    public double fault() {
        return fault;
    }

    /** True once it was seen working. */
    public boolean worked() {
        return worked;
    }

    /** Probability 0..1 that a fault of the hop hits the path. */
    public double share(String path, double otherwise) {
        var reach = reaches.get(path);
        return reach == null ? otherwise : reach.share;
    }

    boolean touches(String service) {
        return consumer.equals(service) || provider.equals(service);
    }

    boolean thirdParty() {
        return structure[Feature.THIRD_PARTY.place()] > 0;
    }

    boolean known() {
        return held != null;
    }

    double[] features(Cause cause) {
        var features = structure.clone();
        features[Feature.BASE.place()] = 1;
        if (cause.change() > 0) {
            features[cause.change()] = cause.provider() ? 1 : FaultModel.CALLER_PART;
        }
        return features;
    }

    /** Probability of a fault by its causes and the passes since, whatever failures say. */
    double byCauses() {
        var none = 1.0;
        for (var cause : causes) {
            none *= 1 - Math.min(1, cause.mass());
        }
        return 1 - none;
    }

    /** The causes explain a fault that is known; later ones are new. */
    void hold() {
        held = causes;
        causes = new ArrayList<>();
    }

    void add(Cause cause) {
        for (var i = 0; i < causes.size(); i++) {
            if (causes.get(i).same(cause)) {
                causes.set(i, causes.get(i).with(causes.get(i).mass() + cause.mass()));
                return;
            }
        }
        causes.add(cause);
    }
}
