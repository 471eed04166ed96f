package io.skyholm.audit.entry;

import static io.skyholm.audit.Reader.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.events.EventHeader;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.testing.ServiceUnderTest;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries are found by what is known of them. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = {
            @ResourceArg(name = "service", value = "audit"),
            @ResourceArg(name = "parts", value = "postgres kafka connect")
        })
class AuditEntriesApiTest {

    private final UUID tenant = UUID.randomUUID();
    private final Iterator<String> ids =
            Stream.generate(Ids::next).limit(3).map(UUID::toString).sorted().iterator();
    private final SampleEvent created = event("identity.tenant.created.v1", "2026-02-01T12:00:00Z");
    private final SampleEvent changed = event("identity.tenant.changed.v1", "2026-02-02T12:00:00Z");
    private final SampleEvent user =
            event("identity.user.created.v1", "2026-02-03T12:00:00Z").with(EventHeader.SUBJECT, UUID.randomUUID());

    @BeforeEach
    void threeThingsHappen() {
        SampleEvent.tell(created, changed, user);
        Stream.of(created, changed, user).map(SampleEvent::id).forEach(Reader::written);
    }

    @Test
    void entriesOfATenantAreListedNewestFirst() {
        find("limit", "50", user, changed, created);
    }

    @Test
    void entriesAreFoundByWhoDidIt() {
        find("userId", changed.header(EventHeader.ACTOR_ID), changed);
    }

    @Test
    void entriesAreFoundByWhatItWasDoneTo() {
        find("resourceId", user.header(EventHeader.SUBJECT), user);
        find("resourceType", "TENANT", changed, created);
    }

    @Test
    void entriesAreFoundByWhatWasDone() {
        find("action", "CREATED", user, created);
    }

    @Test
    void entriesAreFoundByTheStoryTheyBelongTo() {
        find("correlationId", created.header(EventHeader.CORRELATION_ID), created);
    }

    @Test
    void entriesAreFoundByTheirTime() {
        find("from", "2026-02-02T12:00:00Z", user, changed);
        find("until", "2026-02-02T12:00:00Z", created);
    }

    @Test
    void filtersAreAllApplied() {
        ADMIN.entries(Map.of("tenantId", tenant, "resourceType", "USER", "action", "CHANGED"))
                .then()
                .body("items", empty());
    }

    @Test
    void cursorWalksFromTheNewestToTheOldest() {
        String cursor = ADMIN.entries(Map.of("tenantId", tenant, "limit", 2))
                .then()
                .body("items.id", contains(user.id().toString(), changed.id().toString()))
                .extract()
                .path("nextCursor");
        ADMIN.entries(Map.of("tenantId", tenant, "limit", 2, "cursor", cursor))
                .then()
                .body("items.id", contains(created.id().toString()))
                .body("nextCursor", nullValue());
    }

    @Test
    void entryThatIsNoneIsNotFound() {
        ADMIN.entry(UUID.randomUUID()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private SampleEvent event(String type, String time) {
        return SampleEvent.of(tenant)
                .with(EventHeader.ID, ids.next())
                .with(EventHeader.TYPE, type)
                .with(EventHeader.TIME, time);
    }

    private void find(String filter, String value, SampleEvent... expected) {
        assertThat(ADMIN.entries(Map.of("tenantId", tenant, filter, value))
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactly(
                        Stream.of(expected).map(event -> event.id().toString()).toArray(String[]::new));
    }
}
