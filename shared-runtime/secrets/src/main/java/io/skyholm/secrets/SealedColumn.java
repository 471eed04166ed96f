package io.skyholm.secrets;

import io.skyholm.events.EventJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a table keeps what is sealed, and in which form. Its rows have an id and a tenant, unless they are the platform's. */
public sealed interface SealedColumn {

    /** The text in one column, the id of its key in another. */
    static SealedColumn of(String table, String text, String keyId) {
        return new InTwoColumns(table, text, keyId, "tenant_id");
    }

    /** The same in a table without tenants. */
    static SealedColumn ofPlatform(String table, String text, String keyId) {
        return new InTwoColumns(table, text, keyId, "null::uuid");
    }

    /** Both in one column, as JSON. */
    static SealedColumn json(String table, String column) {
        return new AsJson(table, column);
    }

    /** The table. */
    String table();

    /** The column of the text. */
    String text();

    /** Where a row's text belongs. */
    default SealedPlace place(@Nullable UUID tenantId, UUID id) {
        return new SealedPlace(table(), text(), tenantId, id);
    }

    /**
     * The first $2 rows behind the id $3 that another key than $1 has sealed or that are not bound to their place, without those
     * that somebody works on.
     */
    String select();

    /** Writes what is sealed anew into the row of $1. */
    String update();

    /** What that statement takes behind the row's id. */
    Object[] values(Sealed sealed);

    /** Forgets all that is sealed in rows of the tenant $1, and the key of each text with it. */
    String destroy();

    /**
     * See {@link #of}.
     *
     * @param tenant says in SQL whose a row is; null there for the platform's
     */
    record InTwoColumns(String table, String text, String keyId, String tenant) implements SealedColumn {

        @Override
        public String select() {
            return """
                    select id, %5$s as tenant_id, %2$s as text, %3$s as key_id from %1$s
                    where %2$s is not null and (%3$s <> $1 or not starts_with(%2$s, '%4$s')) and id > $3
                    order by id limit $2 for update skip locked""".formatted(table, text, keyId, Envelope.BOUND, tenant);
        }

        @Override
        public String update() {
            return "update %s set %s = $2, %s = $3 where id = $1".formatted(table, text, keyId);
        }

        @Override
        public Object[] values(Sealed sealed) {
            return new Object[] {sealed.text(), sealed.keyId()};
        }

        @Override
        public String destroy() {
            return "update %1$s set %2$s = null, %3$s = null where %4$s = $1 and %2$s is not null"
                    .formatted(table, text, keyId, tenant);
        }
    }

    /** See {@link #json}. */
    record AsJson(String table, String text) implements SealedColumn {

        @Override
        public String select() {
            return """
                    select id, tenant_id, %2$s::json ->> 'text' as text, %2$s::json ->> 'keyId' as key_id from %1$s
                    where %2$s is not null and id > $3
                        and (%2$s::json ->> 'keyId' <> $1 or not starts_with(%2$s::json ->> 'text', '%3$s'))
                    order by id limit $2 for update skip locked""".formatted(table, text, Envelope.BOUND);
        }

        @Override
        public String update() {
            return "update %s set %s = $2 where id = $1".formatted(table, text);
        }

        @Override
        public Object[] values(Sealed sealed) {
            return new Object[] {EventJson.write(sealed)};
        }

        @Override
        public String destroy() {
            return "update %1$s set %2$s = null where tenant_id = $1 and %2$s is not null".formatted(table, text);
        }
    }
}
