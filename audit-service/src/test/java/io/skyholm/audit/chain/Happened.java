package io.skyholm.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things that happened, for tests. */
public final class Happened {

    private static final Instant THEN = Instant.parse("2026-02-01T12:00:00.123456Z");

    private Happened() {}

    /** The making of a tenant. */
    public static Occurrence to(@Nullable UUID tenant) {
        return with(tenant, "{\"name\":\"Acme\"}");
    }

    /** The same with other details. */
    public static Occurrence with(@Nullable UUID tenant, String details) {
        UUID id = UUID.randomUUID();
        return new Occurrence(
                id,
                tenant,
                UUID.randomUUID(),
                null,
                "CREATED",
                "TENANT",
                id.toString(),
                "identity.tenant.created.v1",
                1,
                "story",
                details,
                "192.0.2.7",
                "curl/8 \"quoted\"",
                AuditStatus.SUCCESS,
                THEN);
    }

    /** So many entries of a tenant's chain, from its beginning. */
    public static List<Entry> chain(@Nullable UUID tenant, int length) {
        return chain(tenant, length, THEN);
    }

    /** The same, recorded then. */
    public static List<Entry> chain(@Nullable UUID tenant, int length, Instant recordedAt) {
        List<Entry> chain = new ArrayList<>();
        Head head = Head.beginning(Chain.of(tenant));
        for (int number = 0; number < length; number++) {
            Entry entry = Chain.link(head, to(tenant), recordedAt);
            chain.add(entry);
            head = Head.behind(entry);
        }
        return chain;
    }
}
