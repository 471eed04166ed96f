package io.skyholm.audit;

import io.skyholm.runtime.testing.api.Examples;
import java.util.UUID;

/** How every operation of audit is called rightly. */
final class AuditExamples {

    private AuditExamples() {}

    /** On something that happened in that tenant. */
    static Examples in(UUID tenant) {
        SampleEvent event = SampleEvent.of(tenant);
        SampleEvent.tell(event);
        Reader.written(event.id());
        return new Examples()
                .path("/v1/audit-entries/{id}", () -> "/v1/audit-entries/" + event.id())
                .path("/v1/audit-chains/{id}/verification", () -> "/v1/audit-chains/" + tenant + "/verification");
    }
}
