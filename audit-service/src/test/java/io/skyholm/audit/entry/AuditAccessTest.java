package io.skyholm.audit.entry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.audit.chain.Chain;
import io.skyholm.events.EventHeader;
import io.skyholm.events.access.BuiltInRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may read whose entries. */
@QuarkusTest
class AuditAccessTest {

    @Test
    void tenantListsItsOwnEntriesOnly() {
        UUID tenant = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        UUID own = writtenFor(tenant);
        writtenFor(foreign);
        Reader reader = Reader.in(tenant, BuiltInRole.TENANT_ADMIN);
        reader.entries(Map.of()).then().body("items.id", contains(own.toString()));
        reader.entries(Map.of("tenantId", foreign)).then().statusCode(200).body("items", empty());
    }

    @Test
    void entriesOfNoTenantAreTheOperatorsAndHaveAChainOfTheirOwn() {
        UUID tenant = UUID.randomUUID();
        SampleEvent event = SampleEvent.of(tenant).without(EventHeader.TENANT_ID);
        SampleEvent.tell(event);
        Reader.written(event.id());
        Reader.in(tenant, BuiltInRole.OPERATOR).entry(event.id()).then().statusCode(200);
        Reader.in(tenant, BuiltInRole.TENANT_ADMIN).entry(event.id()).then().statusCode(404);
        Reader.ADMIN.verification(Chain.PLATFORM).then().statusCode(200).body("verified", equalTo(true));
    }

    private static UUID writtenFor(UUID tenant) {
        SampleEvent event = SampleEvent.of(tenant);
        SampleEvent.tell(event);
        Reader.written(event.id());
        return event.id();
    }
}
