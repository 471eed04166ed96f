package io.skyholm.runtime.record;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * All selects of this service. Once it has started, PostgreSQL is asked what each would answer: a record that names a
 * column that is not there, or is of another type, fails at the start and not at the first caller.
 */
@Singleton
public class Selects {

    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER + 1000;

    private final List<Select<?>> made = new CopyOnWriteArrayList<>();
    private final DataSource database;

    Selects(DataSource database) {
        this.database = database;
    }

    /** A select that is compared with the database when the service has started. */
    public <R> Select<R> add(Select<R> select) {
        made.add(select);
        return select;
    }

    /** Whoever selects is made when the service starts ({@code @Startup}), and therefore before this. */
    void compare(@Observes @Priority(LAST) StartupEvent started) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Select<?> select : made) {
                compare(connection, select);
            }
        }
    }

    private static void compare(Connection connection, Select<?> select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
            ResultSetMetaData columns = statement.getMetaData();
            List<String> names = new ArrayList<>();
            List<String> types = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                names.add(columns.getColumnLabel(column));
                types.add(columns.getColumnTypeName(column));
            }
            select.type().check(names, types);
        }
    }
}
