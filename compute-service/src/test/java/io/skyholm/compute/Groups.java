package io.skyholm.compute;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventJson;
import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.events.identity.GroupEvents;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.GroupMemberFact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Groups of users, as identity tells of them. */
public final class Groups {

    private static final Instant THEN = Instant.parse("2026-02-01T12:00:00Z");

    private Groups() {}

    /** A group of that tenant that this service has learnt of. */
    public static UUID known(UUID tenant) {
        UUID id = UUID.randomUUID();
        tell(
                GroupEvents.CREATED,
                new GroupFact(id, 1, tenant, Fresh.name(), null, null, null, THEN, THEN, null, null, null));
        Eventually.rows(1, "select count(*) from template_group where id = ?", id);
        return id;
    }

    /** Somebody joins; gives the membership's id. */
    public static UUID join(UUID tenant, UUID group, UUID user) {
        UUID id = UUID.randomUUID();
        tell(GroupMemberEvents.ADDED, new GroupMemberFact(id, 1, tenant, group, user, THEN, null, null));
        return id;
    }

    /** The membership ends. */
    public static void leave(UUID id, UUID tenant, UUID group, UUID user) {
        tell(GroupMemberEvents.REMOVED, new GroupMemberFact(id, 2, tenant, group, user, THEN, null, THEN));
    }

    private static <F extends Fact> void tell(EventType<F> type, F fact) {
        EventHeaders headers = new EventHeaders(
                UUID.randomUUID(),
                type.name(),
                "/identity",
                fact.id().toString(),
                THEN,
                fact.tenantId(),
                fact.generation(),
                UUID.randomUUID().toString(),
                null,
                Actor.PLATFORM);
        ProducerRecord<String, String> record =
                new ProducerRecord<>(type.topic(), fact.id().toString(), EventJson.write(fact));
        headers.toMap().forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        Broker.tell(List.of(record));
    }
}
