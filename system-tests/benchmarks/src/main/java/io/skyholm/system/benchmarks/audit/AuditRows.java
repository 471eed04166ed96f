package io.skyholm.system.benchmarks.audit;

import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Makes up what happened to fifty tenants in a year: the same in every run. */
final class AuditRows {

    static final int TENANTS = 50;

    private static final int USERS = 500;
    private static final int ADDRESSES = 1_000;
    private static final int CREDENTIALS = 2_000;
    private static final int RARE = 20_000;
    private static final String[] THINGS = {"instance", "disk", "tenant", "user", "role", "subnet", "image", "invoice"};
    private static final String[] DEEDS = {"created", "changed", "deleted", "started", "stopped", "attached"};

    private final Random random = new Random(17);
    private final List<UUID> tenants = ids(TENANTS);
    private final List<UUID> users = ids(USERS);
    private final Map<UUID, Head> heads = new HashMap<>();
    private final Instant begin;
    private final Duration pace;
    private long made;

    /** Spread evenly from then on. */
    AuditRows(Instant begin, Duration spread, long howMany) {
        this.begin = begin.truncatedTo(ChronoUnit.MICROS);
        this.pace = spread.dividedBy(Math.max(howMany, 1));
    }

    List<UUID> tenants() {
        return tenants;
    }

    List<UUID> users() {
        return users;
    }

    long made() {
        return made;
    }

    List<Head> heads() {
        return List.copyOf(heads.values());
    }

    /** The next entries, each hanging on the one before it. */
    List<Entry> chained(int howMany) {
        List<Entry> entries = new ArrayList<>(howMany);
        for (int number = 0; number < howMany; number++) {
            Occurrence what = next();
            UUID chain = what.chainId();
            Entry entry = Chain.link(heads.getOrDefault(chain, Head.beginning(chain)), what, what.createdAt());
            heads.put(chain, Head.behind(entry));
            entries.add(entry);
        }
        return entries;
    }

    /** The same without computing any hash. */
    List<Entry> unchained(int howMany) {
        List<Entry> entries = new ArrayList<>(howMany);
        for (int number = 0; number < howMany; number++) {
            Occurrence what = next();
            entries.add(new Entry(what, what.createdAt(), made, Chain.BEGINNING, Chain.BEGINNING));
        }
        return entries;
    }

    private Occurrence next() {
        made++;
        boolean rare = made % RARE == RARE / 2;
        String thing = rare ? "comet" : THINGS[random.nextInt(THINGS.length)];
        String deed = rare ? "caught" : DEEDS[random.nextInt(DEEDS.length)];
        Instant when = begin.plus(pace.multipliedBy(made)).truncatedTo(ChronoUnit.MICROS);
        UUID resource = new UUID(17, random.nextInt(200_000));
        return new Occurrence(
                new UUID((when.toEpochMilli() << 16) | 0x7000, (random.nextLong() >>> 2) | Long.MIN_VALUE),
                tenants.get(random.nextInt(TENANTS)),
                users.get(random.nextInt(USERS)),
                "session:" + random.nextInt(CREDENTIALS),
                deed.toUpperCase(Locale.ROOT),
                thing.toUpperCase(Locale.ROOT),
                resource.toString(),
                "compute." + thing + "." + deed + ".v1",
                1,
                "story-" + made / 2,
                details(resource, thing),
                "192.0.2." + random.nextInt(ADDRESSES),
                "benchmark/1",
                rare ? AuditStatus.UNKNOWN : made % 50 == 0 ? AuditStatus.FAILURE : AuditStatus.SUCCESS,
                when);
    }

    private static String details(UUID id, String name) {
        return "{\"createdAt\":\"2026-01-31T12:00:00Z\",\"description\":\"%s\",\"id\":\"%s\",\"name\":\"%s\",\"status\":\"ACTIVE\"}"
                .formatted("x".repeat(120), id, name);
    }

    private List<UUID> ids(int howMany) {
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < howMany; number++) {
            ids.add(new UUID((random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE));
        }
        return ids;
    }
}
