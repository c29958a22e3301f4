package dev.interlock.demo.shop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What one service keeps: things by id, the newest 5,000 of them. */
final class Shelf {
    private static final int MOST = 5_000;

    private final String prefix;
    private final AtomicLong number = new AtomicLong(1000);
    private final Map<String, Map<String, Object>> things = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Object>> eldest) {
            return size() > MOST;
        }
    };

    Shelf(String prefix) {
        this.prefix = prefix;
    }

    /** Keeps a thing under an id of its own and gives it back with that id. */
    synchronized Map<String, Object> add(Map<String, Object> thing) {
        var id = prefix + "-" + number.incrementAndGet();
        var kept = new LinkedHashMap<String, Object>();
        kept.put("id", id);
        kept.putAll(thing);
        things.put(id, kept);
        return kept;
    }

    synchronized Optional<Map<String, Object>> find(String id) {
        return Optional.ofNullable(things.get(id));
    }

    synchronized void put(String id, Map<String, Object> thing) {
        things.put(id, thing);
    }

    /** The newest things, newest last. */
    synchronized List<Map<String, Object>> newest(int most) {
        var all = new ArrayList<>(things.values());
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
