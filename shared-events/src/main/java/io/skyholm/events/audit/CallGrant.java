package io.skyholm.events.audit;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;

/** The access grant under which an operator made a call in a tenant, as that tenant's audit shows it. */
public record CallGrant(
        UUID id,

        @JsonPropertyDescription("The username of the operator, whom the tenant cannot look up by id.")
        String operator,

        @JsonPropertyDescription("Why the operator asked for it.")
        String reason) {}
