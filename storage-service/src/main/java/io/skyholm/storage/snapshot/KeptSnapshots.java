package io.skyholm.storage.snapshot;

import io.skyholm.runtime.record.Select;
import io.skyholm.storage.disk.SnapshotsOfDisks;
import jakarta.inject.Singleton;

/** Snapshots as their disks have to know them: one whose disk its host may still read has not been shown by it. */
@Singleton
class KeptSnapshots implements SnapshotsOfDisks {

    private static final Select<Known> KNOWN = Select.of(Known.class, "disk_snapshot");
    private static final String HELD = KNOWN.sql() + " where id = $1 and deleted_at is null for share";

    @Override
    public String held() {
        return HELD;
    }

    @Override
    public String unfinished() {
        return """
                select 1 from disk_snapshot
                where disk_id = $1 and not is_made and status <> 'DELETING' and deleted_at is null""";
    }

    @Override
    public String names() {
        return names("deleted_at is null");
    }

    @Override
    public String keptNames() {
        return names("deleted_at is null and status <> 'DELETING'");
    }

    private static String names(String condition) {
        return "select name from disk_snapshot where disk_id = $1 and " + condition + " order by id limit "
                + (NAMED + 1);
    }
}
