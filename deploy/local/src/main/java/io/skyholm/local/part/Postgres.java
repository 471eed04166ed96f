package io.skyholm.local.part;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.Resource;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.database.Databases;
import io.skyholm.local.database.PostgresBinaries;
import io.skyholm.local.database.StaleLock;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL: the one place where state is kept. */
final class Postgres implements Part {
    private final Site site;
    private final PostgresBinaries binaries;
    private final Path cluster;

    Postgres(Site site) {
        this.site = site;
        this.binaries = new PostgresBinaries(site.parts());
        this.cluster = site.data().of("postgres");
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare(Progress progress) {
        binaries.prepare(progress);
    }

    /** A cluster counts as made when initdb came to its end; anything else is made anew. */
    @Override
    public void initialise() {
        Path finished = cluster.resolve("skyholm-initialised");
        if (Files.exists(finished)) {
            new StaleLock(cluster).release();
            return;
        }
        Path passwordFile = site.data().root().resolve("run/postgres.password");
        try {
            Folders.delete(cluster);
            PrivateFiles.write(passwordFile, site.secrets().password(Databases.SUPERUSER));
            Command made = Command.run(
                    new Launch(initdb(passwordFile), Map.of(), site.data().root()));
            if (!made.worked()) {
                throw new LaunchProblem("initdb failed: " + made.output(), PostgresBinaries.ROOT_REMEDY);
            }
            Files.writeString(finished, "");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the database cluster " + cluster, failure);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private List<String> initdb(Path passwordFile) {
        return binaries.command(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + Databases.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions");
    }

    @Override
    public Launch launch(AotMode mode) {
        Path settings = site.data().root().resolve("postgres.conf");
        Path access = site.data().root().resolve("pg_hba.conf");
        try {
            Files.writeString(settings, Resource.text("postgres/postgresql.conf"));
            Files.writeString(access, Resource.text("postgres/pg_hba.conf"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + settings, failure);
        }
        List<String> command = new ArrayList<>(binaries.command("postgres", "-D", cluster.toString()));
        command.add("--config-file=" + settings);
        command.add("--hba_file=" + access);
        command.add("-p");
        command.add(Integer.toString(site.ports().of(name())));
        return new Launch(command, Map.of(), cluster);
    }

    @Override
    public boolean isReady() {
        return saysReady() && new Databases(site.ports().of(name()), site.secrets()).answer();
    }

    /** In the file that it keeps while it runs; each login costs both sides more than that. */
    private boolean saysReady() {
        try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            return lines.anyMatch(line -> line.strip().equals("ready"));
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void settle() {
        new Databases(site.ports().of(name()), site.secrets()).settle();
    }

    @Override
    public Signal farewell() {
        return Signal.INT;
    }
}
