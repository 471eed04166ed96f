package io.skyholm.audit.entry;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.audit.CallFact;
import io.skyholm.events.audit.CallGrant;
import io.skyholm.events.audit.CallOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls are entries of what they were to do, whether or not it was done. */
@QuarkusTest
class CallEntriesTest {

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final UUID resource = UUID.randomUUID();
    private final UUID grant = UUID.randomUUID();

    @Test
    void refusedCallIsAFailureOfWhoTriedIt() {
        String credential = "api-key:" + UUID.randomUUID();
        UUID id =
                told(call(new Permission(ResourceType.USER, Action.DELETE), resource, CallOutcome.FAILURE, credential));
        Reader.written(id)
                .then()
                .body("action", equalTo("DELETE"))
                .body("resourceType", equalTo("USER"))
                .body("resourceId", equalTo(resource.toString()))
                .body("status", equalTo("FAILURE"))
                .body("userId", equalTo(user.toString()))
                .body("tenantId", equalTo(tenant.toString()))
                .body("credential", equalTo(credential))
                .body("ipAddress", equalTo("192.0.2.17"))
                .body("userAgent", equalTo("curl/8.9"))
                .body("details.problem", equalTo("FORBIDDEN"));
        Reader.ADMIN
                .entries(Map.of("credential", credential))
                .then()
                .body("items.id", Matchers.contains(id.toString()));
    }

    @Test
    void callUnderAGrantIsFoundByItAndSaysWhoAndWhy() {
        UUID id = told(call(new Permission(ResourceType.USER, Action.READ), resource, CallOutcome.SUCCESS, "session"));
        Reader.written(id)
                .then()
                .body("details.accessGrant.id", equalTo(grant.toString()))
                .body("details.accessGrant.operator", equalTo("sigrid"))
                .body("details.accessGrant.reason", equalTo("Ticket 4711"));
        Reader.ADMIN.entries(Map.of("accessGrantId", grant)).then().body("items.id", Matchers.contains(id.toString()));
        Reader.ADMIN.entries(Map.of("accessGrantId", UUID.randomUUID())).then().body("items", Matchers.empty());
    }

    private UUID told(CallFact fact) {
        SampleEvent event = event(EventJson.write(fact));
        SampleEvent.tell(event);
        return event.id();
    }

    private SampleEvent event(String payload) {
        return new SampleEvent("audit.call", SampleEvent.of(tenant).headers(), payload)
                .with(EventHeader.TYPE, "audit.call.ended.v1")
                .without(EventHeader.ACTOR_ID);
    }

    private CallFact call(
            @Nullable Permission permission,
            @Nullable UUID resourceId,
            CallOutcome outcome,
            @Nullable String credential) {
        return new CallFact(
                UUID.randomUUID(),
                1,
                tenant,
                user,
                credential,
                "POST",
                "/v1/users",
                permission,
                resourceId,
                false,
                outcome,
                outcome == CallOutcome.UNKNOWN ? null : 403,
                "FORBIDDEN",
                "request",
                "correlation",
                "192.0.2.17",
                "curl/8.9",
                Instant.parse("2026-03-03T07:05:00Z"),
                4L,
                new CallGrant(grant, "sigrid", "Ticket 4711"));
    }
}
