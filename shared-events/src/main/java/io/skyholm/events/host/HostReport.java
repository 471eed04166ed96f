package io.skyholm.events.host;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a host says of itself. Reports carry no tenant and are no events: what they lead to is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = Observed.class, name = "observed"),
    @JsonSubTypes.Type(value = Inventory.class, name = "inventory")
})
public sealed interface HostReport permits Heartbeat, Observed, Inventory {

    /** Which host says so: the compute machine's id. */
    UUID hostId();

    /** When. */
    Instant at();

    /** What it says of single things. */
    default List<Observation> things() {
        return List.of();
    }
}
