package io.skyholm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventHeadersTest {

    private static final EventHeaders HEADERS = new EventHeaders(
            UUID.fromString("01977a3e-5c31-7b90-9a44-0c5de8127010"),
            "identity.tenant.created.v1",
            "identity-service",
            "01977a3e-5c00-7a11-9b7e-3f6d2c81a001",
            Instant.parse("2026-03-02T09:30:00.123456Z"),
            UUID.fromString("01977a3e-5c00-7a11-9b7e-3f6d2c81a001"),
            3,
            "correlation",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            new Actor("somebody", "192.0.2.14", "skyholm-cli/1.0"));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(EventHeaders.from(HEADERS.toMap())).isEqualTo(HEADERS);
    }

    @ParameterizedTest
    @EnumSource(EventHeader.class)
    void everyHeaderIsWritten(EventHeader header) {
        assertThat(HEADERS.toMap()).containsKey(header.key());
    }

    @Test
    void absentHeadersAreAbsentValues() {
        Map<String, String> headers = HEADERS.toMap();
        for (EventHeader header : EventHeader.values()) {
            if (!header.required()) {
                headers.remove(header.key());
            }
        }

        EventHeaders read = EventHeaders.from(headers);

        assertThat(read.tenantId()).isNull();
        assertThat(read.traceparent()).isNull();
        assertThat(read.actor()).isEqualTo(Actor.PLATFORM);
        assertThat(read.toMap()).isEqualTo(headers);
    }

    @Test
    void timeMayComeFromAnyZone() {
        assertThat(EventHeaders.from(changed("ce_time", "2026-03-02T11:30:00.123456+02:00")))
                .isEqualTo(HEADERS);
    }

    @ParameterizedTest
    @CsvSource({"ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_generation", "ce_correlationid"})
    void missingHeaderIsNamed(String header) {
        Map<String, String> headers = HEADERS.toMap();
        headers.remove(header);

        assertThatThrownBy(() -> EventHeaders.from(headers))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("The event has no header " + header);
    }

    @ParameterizedTest
    @CsvSource({"ce_id,7", "ce_time,yesterday", "ce_tenantid,ours", "ce_generation,first"})
    void unreadableHeaderIsNamed(String header, String value) {
        assertThatThrownBy(() -> EventHeaders.from(changed(header, value)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("The event's header %s is unreadable: %s", header, value);
    }

    private static Map<String, String> changed(String header, String value) {
        Map<String, String> headers = new LinkedHashMap<>(HEADERS.toMap());
        headers.put(header, value);
        return headers;
    }
}
