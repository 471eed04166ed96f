package io.skyholm.runtime.page;

import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the statement of a filtered list: newest first, walked by id, and only the conditions that were asked for. */
public final class ListQuery {

    /** The status that all rows bear that have been deleted, where they bear one. */
    private static final String DELETED = "DELETED";

    private final StringBuilder sql;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private ListQuery(String select) {
        this.sql = new StringBuilder(select).append(" where true");
    }

    /** Starts from a select without conditions. */
    public static ListQuery of(String select) {
        return new ListQuery(select);
    }

    /** Lets PostgreSQL find a tenant's rows by index; row level security would only sort out the others. */
    public ListQuery inScope(TenantScope scope) {
        return scope.platform() ? this : where("tenant_id = ?", scope.tenantId());
    }

    /** Leaves out what has been deleted. */
    public ListQuery living() {
        return living(true);
    }

    /** Written out, not given as a parameter: only so does an index of living rows serve a plan that is kept for all parameters. */
    private ListQuery living(boolean living) {
        return always(living ? "deleted_at is null" : "deleted_at is not null");
    }

    /** Keeps a tenant to its own rows and the platform's, which are nobody's. */
    public ListQuery inScopeOrShared(TenantScope scope) {
        return where("(tenant_id is null or tenant_id = ?)", scope.platform() ? null : scope.tenantId());
    }

    /** Adds a condition for each component of a filter that the caller has given, and leaves out deleted rows unless asked. */
    public ListQuery matching(Record filter) {
        if (filter instanceof DeletableFilter deletable) {
            existing(deletable);
        }
        Conditions.of(filter.getClass()).addTo(this, filter);
        return this;
    }

    private void existing(DeletableFilter filter) {
        Enum<?> status = filter.status();
        boolean gone = filter.deleted() == Deleted.ONLY
                || (status != null && status.name().equals(DELETED));
        if (gone || filter.deleted() == null) {
            living(!gone, filter instanceof RestorableFilter);
        }
    }

    private void living(boolean living, boolean isRestorable) {
        if (!isRestorable) {
            living(living);
        } else {
            always(
                    living
                            ? "deleted_at is null and deletable_at is null"
                            : "(deleted_at is not null or deletable_at is not null)");
        }
    }

    /** Adds a condition without a parameter. */
    public ListQuery always(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** Adds a condition with one parameter, if there is one: {@code status = ?}. */
    public ListQuery where(String condition, @Nullable Object parameter) {
        if (parameter != null) {
            parameters.add(parameter);
            sql.append(" and ").append(condition.replace("?", "$" + parameters.size()));
        }
        return this;
    }

    /** The wanted part, with one row more, which tells whether there is a next part. */
    public Statement page(ListPart part) {
        Cursor after = part.after();
        where("id < ?", after == null ? null : after.id());
        if (part instanceof NamedRows named) {
            where("id = any(?)", named.ids().toArray(UUID[]::new));
        }
        parameters.add(part.limit() + 1);
        sql.append(" order by id desc limit $").append(parameters.size());
        return new Statement(sql.toString(), parameters);
    }
}
