package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Broker;
import io.skyholm.audit.Reader;
import io.skyholm.audit.Told;
import io.skyholm.events.EventHeader;
import io.skyholm.runtime.testing.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event is written down once, whatever comes with it. */
@QuarkusTest
class AuditListenerTest {

    @Test
    void eventIsWrittenWithWhoDidWhatFromWhere() {
        UUID tenant = UUID.randomUUID();
        Told event = Told.of(tenant);
        Broker.tell(event);
        Reader.written(event.id())
                .then()
                .body("tenantId", equalTo(tenant.toString()))
                .body("userId", equalTo(event.header(EventHeader.ACTOR_ID)))
                .body("action", equalTo("CREATED"))
                .body("resourceType", equalTo("TENANT"))
                .body("resourceId", equalTo(tenant.toString()))
                .body("correlationId", equalTo(event.header(EventHeader.CORRELATION_ID)))
                .body("details.name", equalTo("Acme"))
                .body("ipAddress", equalTo("192.0.2.7"))
                .body("userAgent", equalTo("curl/8"))
                .body("status", equalTo("SUCCESS"))
                .body("createdAt", equalTo("2026-02-01T12:00:00Z"))
                .body("recordedAt", notNullValue());
    }

    @Test
    void eventThatComesTenTimesIsWrittenOnce() {
        UUID tenant = UUID.randomUUID();
        Told event = Told.of(tenant);
        Broker.tell(event, event, event, event);
        Reader.written(event.id());
        Told last = Told.of(tenant);
        Broker.tell(event, event, event, event, event, event, last);
        Reader.written(last.id());
        Reader.ADMIN.entries(Map.of("resourceId", tenant)).then().body("items", hasSize(2));
    }

    @Test
    void eventOfAnUnknownTypeIsWritten() {
        Told event = Told.of(UUID.randomUUID())
                .with(EventHeader.TYPE, "identity.tenant.twinned-with.v9")
                .saying("[1, 2, 3]");
        Broker.tell(event);
        Reader.written(event.id())
                .then()
                .body("action", equalTo("TWINNED_WITH"))
                .body("details", hasSize(3));
    }

    @Test
    void eventOfThePlatformItselfNamesNobody() {
        Told event = Told.of(UUID.randomUUID())
                .without(EventHeader.ACTOR_ID)
                .without(EventHeader.ACTOR_ADDRESS)
                .without(EventHeader.ACTOR_AGENT);
        Broker.tell(event);
        Reader.written(event.id()).then().body("userId", nullValue()).body("ipAddress", nullValue());
    }

    @ParameterizedTest
    @MethodSource("malformedEvents")
    void malformedEventIsSetAsideAndThoseBehindItAreWritten(Told malformed) {
        Told behind = Told.of(UUID.fromString(malformed.header(EventHeader.SUBJECT)));
        Broker.tell(malformed, behind);
        Reader.written(behind.id());
        assertThat(Sql.asSuperuser("audit")
                        .rows(
                                "select reason from parked_event where consumer = 'audit' and headers like ?",
                                "%" + malformed.header(EventHeader.CORRELATION_ID) + "%"))
                .hasSize(1);
    }

    static List<Told> malformedEvents() {
        return List.of(
                fresh().without(EventHeader.ID),
                fresh().with(EventHeader.ID, "17"),
                fresh().with(EventHeader.TYPE, "created"),
                fresh().with(EventHeader.TIME, "yesterday"),
                fresh().with(EventHeader.TENANT_ID, "acme"),
                fresh().with(EventHeader.ACTOR_ID, "ada"),
                fresh().saying("no JSON"),
                fresh().saying("{\"name\":\"\u0000\"}"));
    }

    @Test
    void whatWasCompactedAwayIsPassedOver() {
        UUID tenant = UUID.randomUUID();
        Broker.tell(new ProducerRecord<>("identity.tenant", tenant.toString(), null));
        Told behind = Told.of(tenant);
        Broker.tell(behind);
        Reader.written(behind.id());
        Reader.ADMIN.entries(Map.of("resourceId", tenant)).then().body("items", hasSize(1));
    }

    @Test
    void eventOfAnOutboxArrivesByItself() {
        UUID id = UUID.randomUUID();
        UUID tenant = UUID.randomUUID();
        Sql.asSuperuser("audit").change("""
                        insert into outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                            correlation_id, payload)
                        values (?, 'identity.tenant', ?, 'identity.tenant.changed.v1', ?, '/identity', 2, 'story', '{}')
                        """, id, tenant.toString(), tenant);
        Reader.written(id)
                .then()
                .body("action", equalTo("CHANGED"))
                .body("tenantId", equalTo(tenant.toString()))
                .body("generation", equalTo(2))
                .body("userId", nullValue());
    }

    private static Told fresh() {
        return Told.of(UUID.randomUUID());
    }
}
