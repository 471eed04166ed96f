package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.events.EventHeader;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Sql;
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
    void eventIsWrittenWithWhoDidWhatFromWhereButWithoutTheHashesOfKeys() {
        UUID tenant = UUID.randomUUID();
        SampleEvent event = SampleEvent.of(tenant)
                .saying("{\"name\":\"Acme\",\"keyHash\":\"deadbeef\",\"nested\":[{\"keyHash\":\"x\"}]}");
        SampleEvent.tell(event);
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
        assertThat(Sql.asSuperuser("audit").value("select details from audit_entry where id = ?", event.id()))
                .isEqualTo("{\"name\":\"Acme\",\"nested\":[{}]}");
    }

    @Test
    void eventThatComesTenTimesIsWrittenOnce() {
        UUID tenant = UUID.randomUUID();
        SampleEvent event = SampleEvent.of(tenant);
        SampleEvent.tell(event, event, event, event);
        Reader.written(event.id());
        SampleEvent last = SampleEvent.of(tenant);
        SampleEvent.tell(event, event, event, event, event, event, last);
        Reader.written(last.id());
        Reader.ADMIN.entries(Map.of("resourceId", tenant)).then().body("items", hasSize(2));
    }

    @Test
    void eventOfAnUnknownTypeAndOfThePlatformItselfIsWritten() {
        SampleEvent event = SampleEvent.of(UUID.randomUUID())
                .with(EventHeader.TYPE, "identity.tenant.twinned-with.v9")
                .without(EventHeader.ACTOR_ID)
                .without(EventHeader.ACTOR_ADDRESS)
                .without(EventHeader.ACTOR_AGENT)
                .saying("[1, 2, 3]");
        SampleEvent.tell(event);
        Reader.written(event.id())
                .then()
                .body("action", equalTo("TWINNED_WITH"))
                .body("userId", nullValue())
                .body("ipAddress", nullValue())
                .body("details", hasSize(3));
    }

    @ParameterizedTest
    @MethodSource("malformedEvents")
    void malformedEventIsSetAsideAndThoseBehindItAreWritten(SampleEvent malformed) {
        SampleEvent behind = SampleEvent.of(UUID.fromString(malformed.header(EventHeader.SUBJECT)));
        SampleEvent.tell(malformed, behind);
        Reader.written(behind.id());
        assertThat(Sql.asSuperuser("audit")
                        .rows(
                                "select reason from parked_event where consumer = 'audit' and headers like ?",
                                "%" + malformed.header(EventHeader.CORRELATION_ID) + "%"))
                .hasSize(1);
    }

    /** By its headers and by its payload; OccurrencesTest knows more of them. */
    static List<SampleEvent> malformedEvents() {
        return List.of(fresh().without(EventHeader.ID), fresh().saying("no JSON"));
    }

    @Test
    void whatWasCompactedAwayIsPassedOver() {
        UUID tenant = UUID.randomUUID();
        Broker.tell(new ProducerRecord<>("identity.tenant", tenant.toString(), null));
        SampleEvent behind = SampleEvent.of(tenant);
        SampleEvent.tell(behind);
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

    private static SampleEvent fresh() {
        return SampleEvent.of(UUID.randomUUID());
    }
}
