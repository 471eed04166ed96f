package io.skyholm.runtime.sample;

import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds notes. */
@Singleton
class NoteStore {

    private static final String SELECT =
            "select id, generation, tenant_id, title, words, mood, stars, state, created_at from note";

    private final TenantRead read;

    NoteStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<NoteView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), NoteStore::view);
    }

    Uni<List<NoteView>> list(TenantScope scope, NoteFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("mood = ?", filter.mood() == null ? null : filter.mood().name())
                .where("title = ?", filter.title())
                .where("tenant_id = ?", filter.tenantId())
                .where("created_at >= ?", ColumnReaders.parameter(filter.from()));
        return read.list(scope, query.page(page), NoteStore::view);
    }

    private static NoteView view(Row row) {
        return new NoteView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getString("title"),
                row.getString("words"),
                NoteMood.valueOf(row.getString("mood")),
                row.getInteger("stars"),
                NoteState.valueOf(row.getString("state")),
                ColumnReaders.instant(row, "created_at"));
    }
}
