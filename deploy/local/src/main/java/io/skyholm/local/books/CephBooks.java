package io.skyholm.local.books;

import io.skyholm.local.ceph.CephHolder;
import io.skyholm.local.ceph.CephHolders;
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
 * removed ({@code trash}). What no agent has made has no id. Who has an image open to write to it, or locked, is in {@code observed_ceph_holder}.
 */
record CephBooks(CephListing ceph) {
    private static final String OBSERVED = """
            create temporary table observed_ceph_host (hostname text primary key);
            create temporary table observed_ceph (hostname text, kind text, id uuid, name text);
            create temporary table observed_ceph_holder (
                hostname text, name text, id uuid, kind text, client text, address text, is_shut_out boolean)""";

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern KEY = Pattern.compile("(disk|snapshot|export|check|base)/(" + UUID + ")");
    private static final Pattern IMAGE = Pattern.compile("(disk|base)\\.(" + UUID + ")\\." + UUID);

    void lay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OBSERVED);
        }
        try (PreparedStatement known = connection.prepareStatement("insert into observed_ceph_host values (?)");
                PreparedStatement found =
                        connection.prepareStatement("insert into observed_ceph values (?, ?, ?::uuid, ?)");
                PreparedStatement held = connection.prepareStatement(
                        "insert into observed_ceph_holder values (?, ?, ?::uuid, ?, ?, ?, ?)")) {
            for (String host : ceph.hosts()) {
                known.setString(1, host);
                known.addBatch();
                add(found, host, "", KEY, ceph.index(host));
                List<String> images = ceph.images(host);
                add(found, host, "image-", IMAGE, images);
                for (CephHolder holder : new CephHolders(ceph).of(host, images)) {
                    add(held, host, holder);
                }
                for (String name : ceph.trash(host)) {
                    add(found, host, "trash", null, name);
                }
            }
            known.executeBatch();
            found.executeBatch();
            held.executeBatch();
        }
    }

    private static void add(PreparedStatement held, String host, CephHolder holder) throws SQLException {
        Matcher ours = IMAGE.matcher(holder.image());
        held.setString(1, host);
        held.setString(2, holder.image());
        held.setString(3, ours.matches() ? ours.group(2) : null);
        held.setString(4, holder.kind());
        held.setString(5, holder.client());
        held.setString(6, holder.address());
        held.setBoolean(7, holder.isShutOut());
        held.addBatch();
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
