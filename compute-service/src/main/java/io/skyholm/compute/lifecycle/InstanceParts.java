package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.part.Part;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What an instance waits for: what is known of its parts, beside what they are to be for it now. No part is named here. */
final class InstanceParts {

    private final Instance instance;
    private final KnownParts known;

    InstanceParts(Instance instance, KnownParts known) {
        this.instance = instance;
        this.known = known;
    }

    /** Those that it wants now: in a transaction in which it gets a place there are more of them than at its beginning. */
    KnownParts wanted() {
        return known.only(instance.parts().wanted());
    }

    boolean isAnyWanted() {
        return !instance.parts().wanted().isEmpty();
    }

    /** Whether a service has yet to say that it has taken back what it prepared. */
    boolean isAnyHeld() {
        return known.only(instance.parts().held()).isAnyHeld();
    }

    /** The first of them that is not ready as it is to be now. */
    Optional<KnownParts.Known> missing() {
        return wanted().missingFor(purpose());
    }

    /** The first of them that cannot be as it is to be now. */
    Optional<KnownParts.Known> failed() {
        return wanted().failedFor(purpose());
    }

    /** The machine on which one could not be had. */
    Optional<UUID> unreadyMachine() {
        return wanted().all().stream()
                .map(KnownParts.Known::report)
                .filter(Part.Report::failsOnMachine)
                .map(Part.Report::machineId)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Whether its host knows the machine as it is to be, with these parts in it. */
    boolean areTold() {
        return instance.desired().isTold(wanted().attachments());
    }

    private Part.Purpose purpose() {
        return new Part.Purpose(
                instance.location().machineId(),
                instance.desired().builds(),
                instance.allocation().size().storageGb());
    }
}
