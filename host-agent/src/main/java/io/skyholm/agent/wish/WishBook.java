package io.skyholm.agent.wish;

import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.Wish;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest wish for each thing. */
final class WishBook {

    private final Map<ThingKey, Wish> newest = new LinkedHashMap<>();

    /** Notes a wish, and tells whether it is newer than what was known. */
    boolean note(Wish wish) {
        Wish known = newest.get(wish.key());
        if (known != null && known.generation() >= wish.generation()) {
            return false;
        }
        newest.put(wish.key(), wish);
        return true;
    }

    /** Forgets what was wished of a thing, and tells whether anything was. */
    boolean forget(ThingKey key) {
        return newest.remove(key) != null;
    }

    Optional<Wish> of(ThingKey key) {
        return Optional.ofNullable(newest.get(key));
    }

    Collection<Wish> all() {
        return List.copyOf(newest.values());
    }
}
