package io.skyholm.runtime.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The select of the rows that become a record: it names the columns, and nobody else has to. */
public final class Select<R> {

    private final RowType<R> type;
    private final Map<String, String> expressions;
    private final String source;

    private Select(RowType<R> type, Map<String, String> expressions, String source) {
        this.type = type;
        this.expressions = expressions;
        this.source = source;
    }

    /** Rows of a table, or of whatever else stands behind a {@code from}. */
    public static <R> Select<R> of(Class<R> record, String source) {
        return new Select<>(RowType.of(record), Map.of(), source);
    }

    /** Takes a component from an expression, because its column has another name or is no column at all. */
    public Select<R> with(String component, String expression) {
        Map<String, String> more = new LinkedHashMap<>(expressions);
        more.put(type.columnOf(component), expression);
        return new Select<>(type, more, source);
    }

    /** Makes a component of what its text column holds in a way of its own: by a key, say, and not as JSON. */
    public Select<R> decoding(String component, Function<String, ? extends Object> decode) {
        return new Select<>(type.decoding(component, text -> decode.apply((String) text)), expressions, source);
    }

    /** How its rows become records. */
    public RowType<R> type() {
        return type;
    }

    /** The statement, without conditions. */
    public String sql() {
        return type.columns().stream()
                .map(this::column)
                .collect(Collectors.joining(", ", "select ", " from " + source));
    }

    private String column(String column) {
        String expression = expressions.get(column);
        return expression == null ? column : expression + " as " + column;
    }
}
