package io.skyholm.local.books;

import io.skyholm.local.store.KeptObject;
import io.skyholm.local.store.ObjectStore;
import io.skyholm.local.store.StoreContents;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies in storage's object stores, beside its tables: {@code observed_store}, {@code observed_store_object} and what is unfinished in
 * {@code observed_store_upload}. In {@code observed_store_row} is what storage had written down before they were listed: what changes meanwhile differs from
 * one of the two, and not from both.
 */
record StoreBooks(List<ObjectStore> stores) {
    private static final String OBSERVED = """
            create temporary table observed_store (store text primary key, is_of_hosts boolean, trouble text);
            create temporary table observed_store_object (
                store text, name text, id uuid, size_bytes bigint, is_sealed boolean, changed_at timestamptz);
            create temporary table observed_store_upload (
                store text, name text, id uuid, size_bytes bigint, is_sealed boolean, changed_at timestamptz);
            create temporary table observed_store_row (id uuid primary key, status text, received_bytes bigint)""";

    private static final String ROWS = """
            insert into observed_store_row
            select o.id, o.status, coalesce((select sum(p.size_bytes) from storage.object_part p where p.object_id = o.id), 0)
            from storage.stored_object o""";

    /** Lays down what storage has written, then what there is. */
    void lay(Connection connection, boolean isStorageThere) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OBSERVED);
            if (isStorageThere) {
                statement.execute(ROWS);
            }
        }
        for (ObjectStore store : stores) {
            String trouble = null;
            try {
                StoreContents contents = store.contents();
                add(connection, "observed_store_object", store, contents.objects());
                add(connection, "observed_store_upload", store, contents.unfinished());
            } catch (IOException | RuntimeException failure) {
                trouble = String.valueOf(failure);
            }
            add(connection, store, trouble);
        }
    }

    private static void add(Connection connection, ObjectStore store, @Nullable String trouble) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("insert into observed_store values (?, ?, ?)")) {
            known.setString(1, store.id());
            known.setBoolean(2, store.isOfHosts());
            known.setString(3, trouble);
            known.execute();
        }
    }

    private static void add(Connection connection, String table, ObjectStore store, List<KeptObject> objects)
            throws SQLException {
        try (PreparedStatement found =
                connection.prepareStatement("insert into " + table + " values (?, ?, ?, ?, ?, ?)")) {
            for (KeptObject one : objects) {
                found.setString(1, store.id());
                found.setString(2, one.name());
                found.setObject(3, one.id());
                found.setLong(4, one.sizeBytes());
                found.setBoolean(5, one.isSealed());
                found.setObject(6, one.changedAt().atOffset(ZoneOffset.UTC));
                found.addBatch();
            }
            found.executeBatch();
        }
    }
}
