package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.audit.SampleEvent;
import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.MalformedEventException;
import io.skyholm.runtime.inbox.Received;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from an event: of a call what it was to do, of a fact what its type says. */
class OccurrenceReaderTest {

    private final UUID tenant = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "identity.tenant.created.v1, CREATED, TENANT, SUCCESS",
        "identity.login.failed.v1, FAILED, LOGIN, FAILURE",
        "network.security-group.changed.v1, CHANGED, SECURITY_GROUP, SUCCESS"
    })
    void factIsNamedByItsType(String type, String action, String resource, AuditStatus status) {
        Occurrence read = read(SampleEvent.of(tenant).with(EventHeader.TYPE, type));
        assertThat(read.action()).isEqualTo(action);
        assertThat(read.resourceType()).isEqualTo(resource);
        assertThat(read.status()).isEqualTo(status);
        assertThat(read.tenantId()).isEqualTo(tenant);
        assertThat(read.ipAddress()).isEqualTo("192.0.2.7");
    }

    @Test
    void callIsNamedByThePermissionThatItNeeded() {
        UUID resource = UUID.randomUUID();
        Occurrence read = read(call("""
                {"permission": "USER:DELETE", "method": "DELETE", "resourceId": "%s", "tenantId": "%s", "outcome": "FAILURE",
                 "credential": "api-key:1", "ipAddress": "192.0.2.17", "userAgent": "curl/8.9"}""".formatted(resource, tenant)));
        assertThat(read.action()).isEqualTo("DELETE");
        assertThat(read.resourceType()).isEqualTo("USER");
        assertThat(read.resourceId()).isEqualTo(resource.toString());
        assertThat(read.tenantId()).isEqualTo(tenant);
        assertThat(read.status()).isEqualTo(AuditStatus.FAILURE);
        assertThat(read.credential()).isEqualTo("api-key:1");
        assertThat(read.ipAddress()).isEqualTo("192.0.2.17");
        assertThat(read.userAgent()).isEqualTo("curl/8.9");
    }

    @Test
    void callThatReachedNothingIsWrittenByItsMethod() {
        Occurrence read = read(call("{\"method\": \"POST\", \"outcome\": \"SUCCESS\"}"));
        assertThat(read.action()).isEqualTo("POST");
        assertThat(read.resourceType()).isEqualTo("CALL");
        assertThat(read.resourceId()).isNull();
    }

    @Test
    void callWhoseServiceDiedIsUnknown() {
        assertThat(read(call("{\"method\": \"POST\", \"outcome\": \"UNKNOWN\"}"))
                        .status())
                .isEqualTo(AuditStatus.UNKNOWN);
    }

    @Test
    void callOfAPermissionThatIsNotKnownHereIsWritten() {
        Occurrence read =
                read(call("{\"permission\": \"COMET:CATCH\", \"method\": \"POST\", \"outcome\": \"SUCCESS\"}"));
        assertThat(read.resourceType()).isEqualTo("COMET");
        assertThat(read.action()).isEqualTo("CATCH");
    }

    @ParameterizedTest
    @MethodSource("malformedEvents")
    void malformedEventIsRefused(SampleEvent malformed) {
        assertThatThrownBy(() -> read(malformed))
                .isInstanceOfAny(MalformedEventException.class, IllegalArgumentException.class);
    }

    static List<SampleEvent> malformedEvents() {
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
    void timeIsKeptAsExactlyAsTheDatabaseKeepsIt() {
        assertThat(read(SampleEvent.of(tenant).with(EventHeader.TIME, "2026-02-01T12:00:00.123456789Z"))
                        .createdAt())
                .isEqualTo(Instant.parse("2026-02-01T12:00:00.123456Z"));
    }

    @Test
    void factOfThePlatformItselfNamesNobody() {
        Occurrence read = read(fresh().without(EventHeader.ACTOR_ID)
                .without(EventHeader.ACTOR_ADDRESS)
                .without(EventHeader.ACTOR_AGENT));
        assertThat(read.userId()).isNull();
        assertThat(read.ipAddress()).isNull();
        assertThat(read.userAgent()).isNull();
    }

    @Test
    void factOfNoTenantIsThePlatforms() {
        assertThat(read(fresh().without(EventHeader.TENANT_ID)).tenantId()).isNull();
    }

    @Test
    void factOfAnUnknownTypeIsReadWithWhateverItSays() {
        Occurrence read = read(fresh().with(EventHeader.TYPE, "identity.tenant.twinned-with.v9")
                .saying("[1, 2, 3]"));
        assertThat(read.action()).isEqualTo("TWINNED_WITH");
        assertThat(read.details()).isEqualTo("[1,2,3]");
    }

    @Test
    void hashesOfKeysAreNotRead() {
        assertThat(read(fresh().saying("{\"keyHash\":\"deadbeef\",\"name\":\"CI\"}"))
                        .details())
                .isEqualTo("{\"name\":\"CI\"}");
    }

    private static SampleEvent fresh() {
        return SampleEvent.of(UUID.randomUUID());
    }

    private SampleEvent call(String payload) {
        return SampleEvent.of(tenant)
                .with(EventHeader.TYPE, "audit.call.ended.v1")
                .saying(payload);
    }

    private static Occurrence read(SampleEvent event) {
        return OccurrenceReader.of(
                new Received(event.topic(), event.headers(), EventHeaders.from(event.headers()), event.payload()));
    }
}
