package io.skyholm.operations;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds operations. */
@Startup
@Singleton
class OperationStore {

    private final Views<OperationView> views;

    OperationStore(ViewFactory views) {
        this.views = views.of(Select.of(OperationView.class, "operation"));
    }

    Uni<Optional<OperationView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<OperationView>> list(TenantScope scope, OperationFilter filter, PageRequest page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }
}
