package io.skyholm.runtime.page;

import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.record.Selects;
import io.skyholm.runtime.tenant.TenantRead;
import jakarta.inject.Singleton;

/** Makes the views of what is selected; the select is compared with the database when the service starts. */
@Singleton
public class ViewFactory {

    private final TenantRead read;
    private final Selects selects;

    ViewFactory(TenantRead read, Selects selects) {
        this.read = read;
        this.selects = selects;
    }

    /** The rows of that select, as callers see them. */
    public <V> Views<V> of(Select<V> select) {
        return new Views<>(read, selects.add(select));
    }
}
