package io.skyholm.local.books;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.libvirt.GuestListing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What hosts of real guests have, beside the services' tables: {@code observed_guest_host} with those that cannot be looked into, and in {@code observed_guest} the domains ({@code domain}) and
 * devices of ports ({@code port}) that are the platform's. Those of others are their own business.
 */
record GuestBooks(GuestListing guests) {
    private static final String OBSERVED = """
            create temporary table observed_guest_host (hostname text primary key, trouble text);
            create temporary table observed_guest (hostname text, kind text, id uuid, is_running boolean)""";

    private static final String UUID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern DOMAIN = Pattern.compile("skyholm-" + UUID);
    private static final Pattern PORT = Pattern.compile("skyholm-port " + UUID + " .*");

    void lay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OBSERVED);
        }
        try (PreparedStatement known = connection.prepareStatement("insert into observed_guest_host values (?, ?)");
                PreparedStatement found =
                        connection.prepareStatement("insert into observed_guest values (?, ?, ?::uuid, ?)")) {
            for (String host : guests.hostnames()) {
                known.setString(1, host);
                known.setString(2, lay(found, host));
                known.addBatch();
            }
            known.executeBatch();
            found.executeBatch();
        }
    }

    /** What keeps it from being looked into; null where nothing does. */
    private @Nullable String lay(PreparedStatement found, String host) throws SQLException {
        try {
            for (GuestListing.Domain domain : guests.domains(host)) {
                add(found, host, "domain", DOMAIN.matcher(domain.name()), domain.isRunning());
            }
            for (String note : guests.notes(host)) {
                add(found, host, "port", PORT.matcher(note), true);
            }
            return null;
        } catch (LaunchProblem down) {
            return down.getMessage();
        }
    }

    private static void add(PreparedStatement found, String host, String kind, Matcher ours, boolean isRunning)
            throws SQLException {
        if (ours.matches()) {
            found.setString(1, host);
            found.setString(2, kind);
            found.setString(3, ours.group(1));
            found.setBoolean(4, isRunning);
            found.addBatch();
        }
    }
}
