package io.skyholm.secrets;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.quarkus.arc.All;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Destroys what is sealed for a tenant that is deleted, before anything else: the text with the key that it was sealed with, so
 * that no key of the installation opens it any more.
 */
@Singleton
class SealedData implements DataHolder {

    private final List<SealedColumn> columns;

    SealedData(@All List<SealedColumns> services) {
        this.columns =
                services.stream().flatMap(service -> service.columns().stream()).toList();
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SECRETS, "sealed secrets");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return Sequentially.of(columns, column -> work.execute(column.destroy(), tenant))
                .map(destroyed -> HoldingProgress.of(
                        0, destroyed.stream().mapToLong(Integer::longValue).sum()));
    }
}
