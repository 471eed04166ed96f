package io.skyholm.events.host;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host sees of one thing.
 *
 * @param generation the newest desired state that this one takes into account; 0 if the host knows none
 * @param settled whether the host has done all that this desired state asks for
 * @param restarts for a virtual machine: the restarts done, as counted by its desired state; for a disk: the version of the key that opens
 *     it and nothing else does, 0 where it is not encrypted or that is not known yet
 * @param builds for a virtual machine: the builds done, as counted by its desired state; for a disk: the generation by which it
 *     was last given the bytes of a snapshot in place of its own, 0 where it never was; for the check of a disk: the run that the
 *     result is of; for an export: how many bytes the difference has that it has left, 0 where it has left all bytes
 * @param detail for a person: why it failed, or what is being done
 * @param traffic for a port: what it has carried; absent where the host cannot count it
 * @param image for a disk: where it is in Ceph; absent where it is not
 * @param check for the check of a disk: what it has found; absent until then
 * @param sha256 for an export: of all bytes of what it has left with the store, also where that is a difference, in hexadecimal; absent until then
 */
public record Observation(
        ThingKind kind,
        UUID id,
        long generation,
        ThingState state,
        boolean settled,
        long restarts,
        long builds,
        @Nullable String detail,
        Instant at,
        @Nullable PortTraffic traffic,
        @Nullable RbdImage image,
        @Nullable CheckResult check,
        @Nullable String sha256) {

    public Observation {
        ReportRules.isThere("kind", kind);
        ReportRules.isThere("id", id);
        ReportRules.isThere("state", state);
        ReportRules.isText("detail", detail);
        ReportRules.isTime("at", at);
        ReportRules.isSha256("sha256", sha256);
    }

    /** Of a thing of which nothing more can be seen. */
    public Observation(
            ThingKind kind,
            UUID id,
            long generation,
            ThingState state,
            boolean settled,
            long restarts,
            long builds,
            @Nullable String detail,
            Instant at) {
        this(kind, id, generation, state, settled, restarts, builds, detail, at, null, null, null, null);
    }

    /** The same of one that has carried that. */
    public Observation carrying(@Nullable PortTraffic carried) {
        return new Observation(
                kind, id, generation, state, settled, restarts, builds, detail, at, carried, image, check, sha256);
    }

    /** The same at another time. */
    public Observation seenAt(Instant time) {
        return new Observation(
                kind, id, generation, state, settled, restarts, builds, detail, time, traffic, image, check, sha256);
    }

    /** Whether there is anything of it. */
    public boolean exists() {
        return state != ThingState.ABSENT;
    }

    /** Which thing. */
    public ThingKey key() {
        return new ThingKey(kind, id);
    }
}
