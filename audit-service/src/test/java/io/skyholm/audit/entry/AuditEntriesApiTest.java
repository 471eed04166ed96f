package io.skyholm.audit.entry;

import static io.skyholm.audit.Reader.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventType;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.testing.api.ServiceUnderTest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            Stream.generate(Ids::next).limit(4).map(UUID::toString).sorted().iterator();
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
    void entriesAreFoundNewestFirstByTheirTimeAndByAllFiltersTogether() {
        find("limit", "50", user, changed, created);
        find("from", "2026-02-02T12:00:00Z", user, changed);
        find("until", "2026-02-02T12:00:00Z", created);
        ADMIN.entries(Map.of("tenantId", tenant, "resourceType", "USER", "action", "CHANGED"))
                .then()
                .body("items", empty());
    }

    /** Whoever renames a type, or ends one, takes nobody the way to what happened before. */
    @Test
    void entryWhoseTypeOfEventIsNoMoreIsFoundByIt() {
        String former = "identity.tenant.archived.v1";
        assertThat(EventCatalogue.types().stream().map(EventType::name)).doesNotContain(former);
        SampleEvent archived = event(former, "2026-02-04T12:00:00Z");
        SampleEvent.tell(archived);
        Reader.written(archived.id());
        find("eventType", former, archived);
        find("eventType", "identity.tenant.flown.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "resourceType, UNICORN",
        "resourceType, user",
        "action, FLOWN",
        "eventType, identity.user.created",
        "eventType, Identity.User.Created.v1",
        "from, +12026-02-01T00:00:00Z",
        "until, 2026-02-01T00:00:00Z"
    })
    void filterThatNoEntryCanMeetIsRefused(String filter, String value) {
        for (String list : List.of("", "/export", "/stream")) {
            Map<String, String> query = new HashMap<>(Map.of("from", "2026-02-02T12:00:00Z"));
            query.put(filter, value);
            ADMIN.get("/v1/audit-entries" + list, query).then().statusCode(422).body("errors.field", contains(filter));
        }
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
