package io.skyholm.runtime.record;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of one column, whose name then says nothing more than the statement does. */
public final class SingleColumn {

    private SingleColumn() {}

    /** The values of that type, without those that are null. */
    public static <T> List<T> read(Class<T> type, RowSet<Row> rows) {
        ColumnValue column = ColumnValue.of(type, type);
        List<T> values = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.size() != 1) {
                throw new IllegalStateException("There are " + row.size() + " columns where one is read");
            }
            Object value = column.read(row.getValue(0));
            if (value != null) {
                values.add(type.cast(value));
            }
        }
        return values;
    }
}
