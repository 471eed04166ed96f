package io.skyholm.local.terminal;

import io.skyholm.local.books.RetentionFigures;
import io.skyholm.local.home.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Shows how much each service keeps in tables whose rows are deleted when they are old, and since when. */
public final class RetentionTable {

    private RetentionTable() {}

    public static void show(Site site) {
        System.out.println();
        row("KEPT BY", "ROWS", "MiB", "SINCE", "OLDEST IN");
        try {
            RetentionFigures.at(site).forEach(RetentionTable::show);
        } catch (SQLException unreachable) {
            System.out.println("  (PostgreSQL does not answer)");
        }
    }

    private static void show(RetentionFigures kept) {
        Instant since = kept.since();
        row(
                kept.service(),
                kept.rows(),
                kept.bytes() >> 20,
                since == null ? "-" : since.truncatedTo(ChronoUnit.SECONDS),
                oldest(kept));
    }

    private static String oldest(RetentionFigures kept) {
        String table = kept.table() == null ? "-" : kept.table();
        return kept.isLate() ? table + " (kept " + kept.late().toMinutes() + " minutes too long)" : table;
    }

    private static void row(Object... columns) {
        System.out.printf(Locale.ROOT, "  %-12s %10s %8s  %-20s  %s%n", columns);
    }
}
