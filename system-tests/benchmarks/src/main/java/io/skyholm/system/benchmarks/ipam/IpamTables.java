package io.skyholm.system.benchmarks.ipam;

import io.skyholm.network.address.AddressClaims;
import io.skyholm.network.address.AddressesInSubnet;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.network.cidr.FreeRange;
import io.skyholm.network.cidr.FreeRanges;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The network's tables, made by its migrations, and a free list beside them. */
final class IpamTables {

    private static final List<String> MIGRATIONS = List.of(
            "db/runtime/V0_1__runtime.sql",
            "db/migration/V1_1__known.sql",
            "db/migration/V1_2__networks.sql",
            "db/migration/V1_3__addresses.sql");
    private static final String POP = """
            update free_address set holder = ? where id = (
                select id from free_address where subnet_id = ? and holder is null limit 1 for update skip locked)
            returning address""";
    private static final int ALL_ADDRESSES = 65_536;

    private final BenchSuite suite;

    IpamTables(BenchSuite suite) {
        this.suite = suite;
    }

    void migrate() throws SQLException, IOException {
        try (Connection owner = as("network_owner");
                Statement statement = owner.createStatement()) {
            for (String migration : MIGRATIONS) {
                statement.execute(text(migration));
            }
            statement.execute("""
                    create table free_address (id bigserial primary key, subnet_id uuid not null, address inet not null,
                        holder uuid, unique (subnet_id, address));
                    create index free_address_free on free_address (subnet_id) where holder is null""");
        }
    }

    /** Sees every tenant's rows, as a reconciler does. */
    Connection asService() throws SQLException {
        Connection connection = as("network_service");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set skyholm.platform = 'on'");
        }
        return connection;
    }

    /** The floor: every address is a row from the beginning. */
    IpamClients.Taking prefilled(int subnets) throws SQLException {
        List<UUID> ids = ids(subnets);
        try (Connection service = asService();
                PreparedStatement fill = service.prepareStatement("""
                        insert into free_address (subnet_id, address)
                        select ?, '10.0.0.0'::inet + place from generate_series(2, ?) place""")) {
            for (UUID id : ids) {
                fill.setObject(1, id);
                fill.setInt(2, ALL_ADDRESSES / subnets - 2);
                fill.executeUpdate();
            }
        }
        return taking(POP, ids, (statement, subnet) -> {
            statement.setObject(1, UUID.randomUUID());
            statement.setObject(2, subnet);
        });
    }

    /** The service's own: no row for an address that was never given. */
    IpamClients.Taking laidOut(int subnets) throws SQLException {
        List<UUID> ids = ids(subnets);

        Cidr block = Cidr.of("10.0.0.0/" + (16 + Integer.numberOfTrailingZeros(subnets)));
        try (Connection service = asService();
                PreparedStatement add =
                        service.prepareStatement(AddressesInSubnet.ADD_RANGES.replaceAll("\\$\\d", "?"))) {
            List<FreeRange> lanes = FreeRanges.of(block, block.firstHost());
            for (UUID id : ids) {
                add.setObject(1, id);
                add.setInt(2, block.family());
                add.setString(3, block.at(0));
                add.setArray(
                        4,
                        service.createArrayOf(
                                "integer", lanes.stream().map(FreeRange::number).toArray()));
                add.setArray(
                        5,
                        service.createArrayOf(
                                "bigint", lanes.stream().map(FreeRange::first).toArray()));
                add.setArray(
                        6,
                        service.createArrayOf(
                                "bigint", lanes.stream().map(FreeRange::last).toArray()));
                add.executeUpdate();
            }
        }
        UUID tenant = UUID.randomUUID();
        String claim = AddressClaims.CLAIM
                .replace("select outcome, address_id", "select address_id, outcome")
                .replaceAll("\\$\\d+", "?");
        return taking(claim, ids, (statement, subnet) -> claim(statement, tenant, subnet));
    }

    private static void claim(PreparedStatement statement, UUID tenant, UUID subnet) throws SQLException {
        Object[] parameters = {
            Ids.next(),
            tenant,
            subnet,
            4,
            null,
            null,
            "ALLOCATED",
            "PORT",
            false,
            Ids.next(),
            Ids.next(),
            "02:00:00:00:00:01",
            Ids.next(),
            null,
            null,
            "[]"
        };
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    /** How many addresses were taken; fails if one was taken twice. */
    long checkedForDuplicates() throws SQLException {
        try (Connection service = asService();
                Statement statement = service.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*), count(distinct (subnet_id, ip_address)) from ip_address")) {
            found.next();
            if (found.getLong(1) != found.getLong(2)) {
                throw new IllegalStateException("An address was taken twice");
            }
            return found.getLong(1);
        }
    }

    private interface Filling {
        void fill(PreparedStatement statement, UUID subnet) throws SQLException;
    }

    private static IpamClients.Taking taking(String sql, List<UUID> subnets, Filling filling) {
        return new IpamClients.Taking() {
            @Override
            public String sql() {
                return sql;
            }

            @Override
            public void fill(PreparedStatement statement, long number) throws SQLException {
                filling.fill(statement, subnets.get(ThreadLocalRandom.current().nextInt(subnets.size())));
            }
        };
    }

    private Connection as(String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=network",
                user,
                suite.password(user));
    }

    private static List<UUID> ids(int many) {
        List<UUID> ids = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            ids.add(Ids.next());
        }
        return ids;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(IpamTables.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
