package io.skyholm.runtime.record;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How rows become records: each component takes the value of the column of its name. */
public final class RowType<R> {

    private static final ClassValue<RowType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected RowType<?> computeValue(Class<?> type) {
            return new RowType<>(RecordType.of(type));
        }
    };

    private final RecordType<R> type;
    private final List<String> columns;
    private final ColumnValue[] values;

    /** Of the last statement: the driver keeps one list of names for each that it has prepared. */
    private Positions known = new Positions(List.of(), new int[0]);

    /** Where the columns of a statement are. */
    @SuppressWarnings("ArrayRecordComponent") // Neither compared nor handed out.
    private record Positions(List<String> names, int[] at) {}

    private RowType(RecordType<R> type) {
        this(
                type,
                type.components().stream()
                        .map(component -> ColumnValue.of(component.getType(), component.getGenericType()))
                        .toArray(ColumnValue[]::new));
    }

    private RowType(RecordType<R> type, ColumnValue[] values) {
        this.type = type;
        this.columns = type.components().stream()
                .map(component -> ColumnName.of(component.getName()))
                .toList();
        this.values = values;
    }

    /** How rows become records of that class. */
    @SuppressWarnings("unchecked") // Known by its own class.
    public static <R> RowType<R> of(Class<R> record) {
        return (RowType<R>) KNOWN.get(record);
    }

    /** The same, but for a component that is made of what a text column holds in a way of its own. */
    RowType<R> decoding(String component, UnaryOperator<Object> decode) {
        ColumnValue[] decoded = values.clone();
        decoded[columns.indexOf(columnOf(component))] = new ColumnValue(Set.of("text"), decode);
        return new RowType<>(type, decoded);
    }

    /** The class of the records. */
    public Class<R> record() {
        return type.type();
    }

    /** The columns that a row needs, in the order of the components. */
    public List<String> columns() {
        return columns;
    }

    /** The column of that component. */
    String columnOf(String component) {
        return ColumnName.of(type.component(component).getName());
    }

    /** How that component of a record is read. */
    public <T> Function<R, T> accessor(String component, Class<T> of) {
        return type.accessor(component, of);
    }

    /** A record of each row. */
    public List<R> read(RowSet<Row> rows) {
        List<R> records = new ArrayList<>(rows.size());
        if (rows.size() > 0) {
            int[] positions = positionsIn(rows.columnsNames());
            for (Row row : rows) {
                records.add(read(row, positions));
            }
        }
        return records;
    }

    /** Refuses columns among which one is missing, or is of a type that its component cannot hold. */
    void check(List<String> names, List<String> types) {
        int[] positions = positionsIn(names);
        IntStream.range(0, values.length).forEach(at -> {
            String found = types.get(positions[at]);
            if (!values[at].columns().contains(found)) {
                throw new IllegalStateException("Column %s is %s, and %s needs one of %s"
                        .formatted(columns.get(at), found, type, values[at].columns()));
            }
        });
    }

    private R read(Row row, int[] positions) {
        @Nullable Object[] made = new Object[positions.length];
        for (int at = 0; at < made.length; at++) {
            made[at] = values[at].read(row.getValue(positions[at]));
        }
        return type.make(made);
    }

    @SuppressWarnings("ReferenceEquality") // Comparing the names would take as long as finding them.
    private int[] positionsIn(List<String> names) {
        Positions last = known;
        if (last.names() != names) {
            last = new Positions(
                    names,
                    columns.stream()
                            .mapToInt(column -> positionOf(column, names))
                            .toArray());
            known = last;
        }
        return last.at();
    }

    private int positionOf(String column, List<String> names) {
        int position = Objects.requireNonNull(names, "names").indexOf(column);
        if (position < 0) {
            throw new IllegalStateException("%s needs a column %s; there are %s".formatted(type, column, names));
        }
        return position;
    }
}
