package dev.interlock.risk;

/** A directed dependency, by the keys of its ends. */
public record HopId(String consumer, String provider) implements Comparable<HopId> {
    @Override
    public int compareTo(HopId other) {
        var first = consumer.compareTo(other.consumer);
        return first != 0 ? first : provider.compareTo(other.provider);
    }

    /** True when the service is one of its ends. */
    public boolean touches(String service) {
        return consumer.equals(service) || provider.equals(service);
    }

    @Override
    public String toString() {
        return consumer + " → " + provider;
    }
}
