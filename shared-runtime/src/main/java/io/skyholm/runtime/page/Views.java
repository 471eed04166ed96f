package io.skyholm.runtime.page;

import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Rows as callers see them: the one of an id, or a page of those that a query finds. */
public final class Views<V> {

    private final TenantRead read;
    private final Select<V> select;
    private final String sql;
    private final Function<V, UUID> id;

    Views(TenantRead read, Select<V> select) {
        this.read = read;
        this.select = select;
        this.sql = select.sql();
        this.id = select.type().accessor("id", UUID.class);
    }

    /** The one of that id, if they may see it. */
    public Uni<Optional<V>> find(TenantScope scope, UUID id) {
        return find(scope, "id = $1", id);
    }

    /** The first that a condition finds. */
    public Uni<Optional<V>> find(TenantScope scope, String condition, Object... parameters) {
        return read.one(scope, Statement.of(sql + " where " + condition, parameters), select.type());
    }

    /** A query of all of them, to which conditions can be added. */
    public ListQuery query() {
        return ListQuery.of(sql);
    }

    /** The part of what the query finds that is asked for. */
    public Uni<Page<V>> page(TenantScope scope, ListQuery query, ListPart page) {
        return read.list(scope, query.page(page), select.type()).map(views -> Page.of(views, page, id));
    }
}
