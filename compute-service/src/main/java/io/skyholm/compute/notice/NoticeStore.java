package io.skyholm.compute.notice;

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

/** Finds maintenance notices. */
@Startup
@Singleton
class NoticeStore {

    private static final String NOTICES = """
            maintenance_notice notice left join lateral (
                select instance.name as instance_name from instance
                where instance.id = notice.instance_id) named on true""";

    private final Views<NoticeView> views;

    NoticeStore(ViewFactory views) {
        this.views = views.of(Select.of(NoticeView.class, NOTICES));
    }

    Uni<Optional<NoticeView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<NoticeView>> list(TenantScope scope, NoticeFilter filter, PageRequest page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }
}
