package io.skyholm.gateway.call;

import io.skyholm.gateway.call.RouteClass.Shares;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The table of limits: a row for each class of route, and the first that fits a request is its class. */
public final class RouteClasses {

    private static final int COLUMNS_BEFORE_PATTERNS = 12;
    private static final String HELD = "held";
    private static final String FLOWS = "flows";

    private final List<RouteClass> all;

    private RouteClasses(List<RouteClass> all) {
        this.all = List.copyOf(all);
    }

    /** Those that the gateway brings along. */
    public static RouteClasses usual() {
        try (InputStream file = RouteClasses.class.getResourceAsStream("/limits.table")) {
            if (file == null) {
                throw new IOException("limits.table is not on the class path");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Refuses a table whose last row does not take whatever is left. */
    public static RouteClasses parse(String table) {
        List<RouteClass> rows = table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(RouteClasses::row)
                .toList();
        if (rows.isEmpty() || !table.stripTrailing().endsWith(" *:/*")) {
            throw new IllegalArgumentException("the last class of the table of limits takes what is left: *:/*");
        }
        return new RouteClasses(rows);
    }

    public List<RouteClass> all() {
        return all;
    }

    public RouteClass of(HttpServerRequest request) {
        String path = request.path();
        List<String> segments = path == null ? List.of() : List.of(path.split("/", -1));
        for (RouteClass candidate : all) {
            for (RoutePattern pattern : candidate.patterns()) {
                if (pattern.fits(request, segments)) {
                    return candidate;
                }
            }
        }
        return all.getLast();
    }

    private static RouteClass row(String line) {
        String[] cells = line.split("\\s+", -1);
        if (cells.length <= COLUMNS_BEFORE_PATTERNS || !(cells[2].equals(HELD) || cells[2].equals(FLOWS))) {
            throw new IllegalArgumentException("this is no row of the table of limits: " + line);
        }
        return new RouteClass(
                cells[0],
                Long.parseLong(cells[1]),
                cells[2].equals(HELD),
                Integer.parseInt(cells[3]),
                Duration.ofMillis((long) (Double.parseDouble(cells[4]) * 1000)),
                Integer.parseInt(cells[5]),
                shares(cells, 6),
                shares(cells, 9),
                Arrays.stream(cells)
                        .skip(COLUMNS_BEFORE_PATTERNS)
                        .map(RoutePattern::of)
                        .toList());
    }

    private static Shares shares(String[] cells, int first) {
        return new Shares(
                Integer.parseInt(cells[first]), Integer.parseInt(cells[first + 1]), Integer.parseInt(cells[first + 2]));
    }
}
