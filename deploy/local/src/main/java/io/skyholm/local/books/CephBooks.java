package io.skyholm.local.books;

import io.skyholm.local.ceph.CephListing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has of each host, beside the services' tables: {@code observed_ceph_host}, and in {@code observed_ceph} what the host's agent has
 * written down ({@code disk}, {@code snapshot}, {@code export}, {@code check}, {@code base}), the images that there are ({@code image-disk}, {@code image-base}) and those that are half
 * removed ({@code trash}). What no agent has made has no id.
 */
record CephBooks(CephListing ceph) {
    private static final String OBSERVED = """
            create temporary table observed_ceph_host (hostname text primary key);
            create temporary table observed_ceph (hostname text, kind text, id uuid, name text)""";

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern KEY = Pattern.compile("(disk|snapshot|export|check|base)/(" + UUID + ")");
    private static final Pattern IMAGE = Pattern.compile("(disk|base)\\.(" + UUID + ")\\." + UUID);

    void lay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OBSERVED);
        }
        try (PreparedStatement known = connection.prepareStatement("insert into observed_ceph_host values (?)");
                PreparedStatement found =
                        connection.prepareStatement("insert into observed_ceph values (?, ?, ?::uuid, ?)")) {
            for (String host : ceph.hosts()) {
                known.setString(1, host);
                known.addBatch();
                add(found, host, "", KEY, ceph.index(host));
                add(found, host, "image-", IMAGE, ceph.images(host));
                for (String name : ceph.trash(host)) {
                    add(found, host, "trash", null, name);
                }
            }
            known.executeBatch();
            found.executeBatch();
        }
    }

    private static void add(PreparedStatement found, String host, String before, Pattern pattern, List<String> names)
            throws SQLException {
        for (String name : names) {
            Matcher ours = pattern.matcher(name);
            boolean isOurs = ours.matches();
            add(found, host, before + (isOurs ? ours.group(1) : "strange"), isOurs ? ours.group(2) : null, name);
        }
    }

    private static void add(PreparedStatement found, String host, String kind, @Nullable String id, String name)
            throws SQLException {
        found.setString(1, host);
        found.setString(2, kind);
        found.setString(3, id);
        found.setString(4, name);
        found.addBatch();
    }
}
