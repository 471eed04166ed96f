package io.skyholm.compute.instance;

import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import java.time.Instant;
import java.util.UUID;

/** Instances that were just created, for tests without a database. */
public final class Created {

    public static final Size SIZE = new Size(2, 4, 10, 0);

    private Created() {}

    /** One whose deletion can be undone for that long. */
    public static Instance instance(int undoSeconds, Instant now) {
        return instance(undoSeconds, false, PlacementRequest.Hardware.ANY, now);
    }

    /** One that cannot be deleted before somebody takes its protection away. */
    public static Instance protectedInstance(Instant now) {
        return instance(0, true, PlacementRequest.Hardware.ANY, now);
    }

    /** One that is to have such a machine. */
    public static Instance on(PlacementRequest.Hardware hardware, Instant now) {
        return instance(0, false, hardware, now);
    }

    private static Instance instance(
            int undoSeconds, boolean isProtected, PlacementRequest.Hardware hardware, Instant now) {
        UUID anybody = UUID.randomUUID();
        ResolvedLaunch chosen = new ResolvedLaunch(SIZE, null, null, null, null, null, null);
        InstanceSpec.Options usual = InstanceSpec.Options.usual(null);
        InstanceSpec.Options options = new InstanceSpec.Options(
                null,
                usual.tags(),
                usual.networks(),
                isProtected,
                usual.waitSeconds(),
                undoSeconds,
                null,
                usual.config());
        PlacementRequest.Where anywhere = new PlacementRequest.Where(null, null, null);
        return new Instance(
                new InstanceSpec(
                        new InstanceSpec.Owner(anybody, anybody, anybody, null),
                        "web",
                        chosen,
                        new PlacementRequest(anywhere, hardware, null, null),
                        new BootSource(chosen),
                        options),
                now);
    }
}
