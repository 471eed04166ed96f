package io.skyholm.events;

/** The headers of an event on Kafka: CloudEvents 1.0 in binary mode, and what tracing needs. */
public enum EventHeader {
    ID("ce_id", Need.ALWAYS, "The event's own id. A consumer that has seen it has nothing left to do."),
    SPEC_VERSION("ce_specversion", Need.ALWAYS, "The version of CloudEvents: 1.0."),
    TYPE("ce_type", Need.ALWAYS, "What happened, to what, in which version of the contract."),
    SOURCE("ce_source", Need.ALWAYS, "The service that published it."),
    SUBJECT("ce_subject", Need.ALWAYS, "The id of what it happened to; also the key on the topic."),
    TIME("ce_time", Need.ALWAYS, "When it happened, RFC 3339 in UTC."),
    TENANT_ID("ce_tenantid", Need.SOMETIMES, "The tenant that may see it; absent for the platform's own."),
    GENERATION(
            "ce_generation",
            Need.ALWAYS,
            "Counts the subject's changes, so that an older state never replaces a newer."),
    CORRELATION_ID("ce_correlationid", Need.ALWAYS, "Shared by all that one request caused."),
    CLOUD_EVENTS_TRACEPARENT("ce_traceparent", Need.SOMETIMES, "W3C trace context, where CloudEvents expects it."),
    TRACEPARENT("traceparent", Need.SOMETIMES, "The same, where tracing libraries look for it."),
    ACTOR_ID("ce_actorid", Need.SOMETIMES, "Who did it; absent where the platform acted by itself."),
    ACTOR_ADDRESS("ce_actoraddress", Need.SOMETIMES, "The network address they did it from."),
    ACTOR_AGENT("ce_actoragent", Need.SOMETIMES, "The program they did it with."),
    CONTENT_TYPE("content-type", Need.ALWAYS, "The form of the payload: application/json.");

    private enum Need {
        ALWAYS,
        SOMETIMES
    }

    private final String key;
    private final Need need;
    private final String description;

    EventHeader(String key, Need need, String description) {
        this.key = key;
        this.need = need;
        this.description = description;
    }

    /** The name on the wire. */
    public String key() {
        return key;
    }

    /** Whether every event has it. */
    public boolean required() {
        return need == Need.ALWAYS;
    }

    /** What it says, for the catalogue. */
    public String description() {
        return description;
    }
}
