package io.skyholm.local.terminal;

import io.skyholm.local.books.RelaySlot;
import io.skyholm.local.home.Site;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Shows how far the relays of the outboxes are behind, and whether one of them is held up. */
public final class RelayTable {

    private RelayTable() {}

    public static void show(Site site) {
        System.out.println();
        row("RELAY", "KiB BEHIND", "STILL FOR", "");
        try {
            RelaySlot.at(site).forEach(RelayTable::show);
        } catch (SQLException unreachable) {
            System.out.println("  (PostgreSQL does not answer)");
        }
    }

    private static void show(RelaySlot slot) {
        String still = slot.still()
                .map(Duration::toSeconds)
                .map(seconds -> seconds + " s")
                .orElse("-");
        String problem = slot.isRead() ? "HELD UP: see ./skyholm logs connect" : "NOT READ: is connect running?";
        row(slot.name(), slot.behindBytes() >> 10, still, slot.isHeldUp() ? problem : "");
    }

    private static void row(Object... columns) {
        System.out.printf(Locale.ROOT, "  %-24s %10s %10s  %s%n", columns);
    }
}
