package io.skyholm.compute.instance;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.runtime.tenant.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is known of an instance before it is created, whether it was asked for by itself or as one of a set. */
public record InstanceSpec(
        UUID id,
        Owner owner,
        String name,
        ResolvedLaunch chosen,
        PlacementRequest placement,
        BootSource boot,
        Options options) {

    private static final int USUAL_WAIT_SECONDS = 600;

    /** With a new id. Whoever seals a secret for the instance needs its id before, and names it. */
    public InstanceSpec(
            Owner owner,
            String name,
            ResolvedLaunch chosen,
            PlacementRequest placement,
            BootSource boot,
            Options options) {
        this(Ids.next(), owner, name, chosen, placement, boot, options);
    }

    /**
     * Whose it is to be, and who creates it.
     *
     * @param groups to which the one who creates it is limited: it joins no networks but those of their members
     */
    public record Owner(
            UUID tenantId,
            UUID userId,
            UUID createdBy,
            @Nullable Set<UUID> groups) {}

    /** What a caller may choose and need not. */
    public record Options(
            @Nullable String hostname,
            List<String> tags,
            List<WantedNetwork> networks,
            boolean deletionProtection,
            int waitSeconds,
            int undoSeconds,
            @Nullable Schedule schedule,
            JsonObject config) {

        /** What counts if nothing was chosen but how long to wait for a place. */
        public static Options usual(@Nullable Integer waitSeconds) {
            return new Options(null, List.of(), List.of(), false, orUsual(waitSeconds), 0, null, none());
        }

        /** That many seconds, or what counts where nobody says how long to wait for a place. */
        public static int orUsual(@Nullable Integer waitSeconds) {
            return waitSeconds == null ? USUAL_WAIT_SECONDS : waitSeconds;
        }

        static JsonObject none() {
            return new JsonObject(Map.of());
        }
    }
}
