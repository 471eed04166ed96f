package io.skyholm.network.known;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data centres that compute has told of. */
@Singleton
public class DataCenters {

    private static final String FIND = "select 1 from known_data_center where id = $1 and status <> 'DELETED'";

    /** Refuses one that is not known. */
    public Uni<Void> check(Work work, @Nullable UUID id) {
        return id == null ? Uni.createFrom().voidItem() : work.some(DataCenters::notFound, FIND, id);
    }

    private static Problem notFound() {
        return Problem.invalid("edgeDataCenterId", "names no data centre");
    }
}
