package io.skyholm.compute.capacity;

import io.skyholm.compute.placement.Explanation;
import io.skyholm.compute.placement.RuledOut;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether there is a place for something, and how many machines each rule ruled out. */
@Schema(name = "Placement")
public record PlacementView(boolean fits, int hosts, int fitting, List<RuledOut> ruledOut, String summary) {

    static PlacementView of(Explanation why) {
        return new PlacementView(why.fitting() > 0, why.hosts(), why.fitting(), why.ruledOut(), why.summary());
    }
}
