package io.skyholm.handover;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DataPolicy;
import io.skyholm.deletion.DeletionStage;
import io.skyholm.deletion.Rows;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was reserved for others goes with the tenant whose it was. */
@Singleton
class GoodsData implements DataPolicy {

    @Override
    public List<DataHolder> deleted() {
        return List.of(Rows.ofTenant(DeletionStage.TRACES, "instance transfers", "instance_goods"));
    }

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return Map.of();
    }
}
