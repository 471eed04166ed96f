package io.skyholm.mail;

import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds mail that waits. */
@Singleton
class MailStore {

    private static final String QUEUED = """
            select id, recipient, subject, body, attempts, deadline, created_at from mail
            where id = $1 and state = 'QUEUED'""";

    private final TenantRead read;

    MailStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<QueuedMail>> queued(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(QUEUED, id), MailStore::mail);
    }

    private static QueuedMail mail(Row row) {
        return new QueuedMail(
                row.getUUID("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getInteger("attempts"),
                ColumnReaders.instant(row, "deadline"),
                ColumnReaders.instant(row, "created_at"));
    }
}
