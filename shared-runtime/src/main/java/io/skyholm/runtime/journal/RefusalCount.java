package io.skyholm.runtime.journal;

import io.netty.util.NetUtil;
import io.skyholm.events.audit.RefusedCallsFact;
import io.skyholm.events.audit.RefusedOrigin;
import io.skyholm.runtime.tenant.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refused calls by where they came from; of more places than it remembers it only knows how many there were in all. */
final class RefusalCount {

    private static final int MOST_PLACES = 1_000;
    private static final int MOST_TOLD = 20;
    private static final int V6_BYTES = 16;
    private static final int V4_FIXED = 3;
    private static final int V6_FIXED = 6;
    private static final String NOWHERE = "unknown";

    private final Instant since;
    private final Map<String, Long> byPlace = new HashMap<>();
    private long calls;

    RefusalCount(Instant since) {
        this.since = since;
    }

    void add(@Nullable String address, long more) {
        calls += more;
        note(place(address), more);
    }

    /** What was counted; empty if that is nothing. */
    Optional<RefusedCallsFact> fact(Instant until) {
        if (calls == 0) {
            return Optional.empty();
        }
        List<RefusedOrigin> origins = byPlace.entrySet().stream()
                .map(place -> new RefusedOrigin(place.getKey(), place.getValue()))
                .sorted(Comparator.comparingLong(RefusedOrigin::calls)
                        .reversed()
                        .thenComparing(RefusedOrigin::addresses))
                .limit(MOST_TOLD)
                .toList();
        return Optional.of(new RefusedCallsFact(Ids.next(), 1, null, since, until, calls, origins));
    }

    /** Together with what was counted before and could not be told. */
    RefusalCount joinedWith(RefusedCallsFact before) {
        RefusalCount joined = new RefusalCount(before.since());
        joined.calls = calls + before.calls();
        before.origins().forEach(origin -> joined.note(origin.addresses(), origin.calls()));
        byPlace.forEach(joined::note);
        return joined;
    }

    private void note(String place, long more) {
        if (byPlace.size() < MOST_PLACES || byPlace.containsKey(place)) {
            byPlace.merge(place, more, Long::sum);
        }
    }

    /** Single addresses say little of who floods, and would be as many as they like. */
    static String place(@Nullable String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return NOWHERE;
        }
        int fixed = bytes.length == V6_BYTES ? V6_FIXED : V4_FIXED;
        byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, fixed), bytes.length);
        return NetUtil.bytesToIpAddress(network) + "/" + fixed * Byte.SIZE;
    }
}
