package io.skyholm.compute.instanceset;

import io.skyholm.compute.instance.BootSource;
import io.skyholm.compute.instance.InstanceSpec;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Instances of a set template that are all alike; what their own template does not say, the set's does. */
record SetPart(
        String role,
        int count,
        RequestedSize requested,
        @Nullable UUID image,
        @Nullable String userData) {

    ResolvedLaunch withTemplate(ResolvedLaunch chosen) {
        String ownImage = chosen.image();
        String ofTheSet = image == null ? null : image.toString();
        return new ResolvedLaunch(
                chosen.size(),
                chosen.planId(),
                chosen.templateId(),
                chosen.templateVersion(),
                ownImage == null ? ofTheSet : ownImage,
                chosen.imageVersionId(),
                chosen.userData() == null ? userData : chosen.userData());
    }

    /** What the instance of that number is to be: all that a launch does not say, its template does. */
    InstanceSpec instance(UUID set, LaunchSet launch, ResolvedLaunch chosen, int number, InstanceSpec.Owner owner) {
        PlacementRequest.Where where =
                new PlacementRequest.Where(launch.edgeDataCenterId(), launch.resourcePoolId(), launch.region());
        return new InstanceSpec(
                owner,
                role + "-" + number,
                chosen,
                new PlacementRequest(where, PlacementRequest.Hardware.ANY, set, null),
                new BootSource(chosen),
                InstanceSpec.Options.usual(launch.waitSeconds()));
    }
}
