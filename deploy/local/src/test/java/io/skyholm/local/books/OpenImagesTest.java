package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may have images open, by tables that are gone with the transaction. */
class OpenImagesTest {
    private static final UUID HOST = UUID.randomUUID();

    private final Site site = TestPlatform.with("postgres").suite().site();

    @Test
    void onlyWhoHasNoReasonIsNamed() throws SQLException {
        UUID idle = UUID.randomUUID();
        UUID attached = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        UUID detached = UUID.randomUUID();
        UUID booted = UUID.randomUUID();
        UUID grown = UUID.randomUUID();
        UUID exported = UUID.randomUUID();
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection connection = databases.everything();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("""
                    create schema if not exists storage;
                    create schema if not exists compute;
                    create table compute.compute_machine (id uuid, hostname text, deleted_at timestamptz);
                    create table storage.disk_attachment (disk_id uuid, compute_machine_id uuid, deleted_at timestamptz);
                    create table storage.disk (
                        id uuid, compute_machine_id uuid, status text, boot_instance_id uuid, deleted_at timestamptz);
                    create table storage.disk_snapshot (disk_id uuid, compute_machine_id uuid, status text, deleted_at timestamptz);
                    create table storage.backup (disk_id uuid, compute_machine_id uuid, is_released boolean);
                    create table storage.disk_check (id uuid, compute_machine_id uuid, is_released boolean);
                    create table storage.disk_copy (id uuid, compute_machine_id uuid, deleted_at timestamptz);
                    create table storage.moving_disk (disk_id uuid, compute_machine_id uuid, deleted_at timestamptz);
                    create temporary table observed_ceph_holder (
                        hostname text, name text, id uuid, kind text, client text, address text, is_shut_out boolean)""");
            sql.execute("insert into compute.compute_machine values ('%s', 'host-1')".formatted(HOST));
            for (UUID disk : Set.of(idle, attached, elsewhere, detached, exported)) {
                sql.execute("insert into storage.disk values ('%s', '%s', 'AVAILABLE')".formatted(disk, HOST));
            }
            sql.execute("insert into storage.disk values ('%s', '%s', 'GROWING')".formatted(grown, HOST));
            sql.execute("insert into storage.disk values ('%s', '%s', 'AVAILABLE', '%1$s')".formatted(booted, HOST));
            sql.execute("insert into storage.disk_attachment values ('%s', '%s')".formatted(attached, HOST));
            sql.execute(
                    "insert into storage.disk_attachment values ('%s', '%s')".formatted(elsewhere, UUID.randomUUID()));
            sql.execute("insert into storage.disk_attachment values ('%s', '%s', now())".formatted(detached, HOST));
            sql.execute("insert into storage.backup values ('%s', '%s', false)".formatted(exported, HOST));
            for (UUID disk : Set.of(idle, attached, elsewhere, detached, booted, grown, exported)) {
                sql.execute(holder("host-1", "disk." + disk, disk, false));
            }
            sql.execute(holder("host-1", "disk.of-the-dead", idle, true));
            sql.execute(holder("host-1", "base.image", UUID.randomUUID(), false));
            sql.execute(holder("host-9", "disk." + attached, attached, false));
            Set<String> found = new HashSet<>();
            Comparison open = Comparison.all().stream()
                    .filter(one -> one.name().equals("ceph-open"))
                    .findFirst()
                    .orElseThrow();
            try (ResultSet rows = sql.executeQuery(open.sql())) {
                while (rows.next()) {
                    found.add(rows.getString("hostname") + " " + rows.getString("name") + " " + rows.getString("what"));
                }
            }
            connection.rollback();
            assertThat(found)
                    .containsExactlyInAnyOrder(
                            "host-1 disk." + idle + " has no reason",
                            "host-1 disk." + elsewhere + " has no reason",
                            "host-1 disk." + detached + " has no reason",
                            "host-9 disk." + attached + " there is no such host");
        }
    }

    private static String holder(String host, String image, UUID disk, boolean isShutOut) {
        return "insert into observed_ceph_holder values ('%s', '%s', '%s', 'lock', 'client.7', '127.0.0.1:0/7', %s)"
                .formatted(host, image, disk, isShutOut);
    }
}
