package io.skyholm.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileSystem;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Writes each mail into a file of its own, named by its id: whoever looks finds it whole or not at all. */
@Singleton
class FileTransport implements MailTransport {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final MailSettings settings;
    private final FileSystem files;

    FileTransport(MailSettings settings, Vertx vertx) {
        this.settings = settings;
        this.files = vertx.fileSystem();
    }

    @Override
    public Uni<Void> send(QueuedMail mail) {
        Path folder = settings.folder().orElseThrow();
        return Uni.createFrom().completionStage(() -> write(folder, mail).toCompletionStage());
    }

    private Future<Void> write(Path folder, QueuedMail mail) {
        String unfinished = folder.resolve(mail.id() + ".part").toString();
        String finished = folder.resolve(mail.id() + ".eml").toString();
        return files.mkdirs(folder.toString())
                .compose(made -> files.writeFile(unfinished, Buffer.buffer(text(mail))))
                .compose(written -> files.move(
                        unfinished,
                        finished,
                        new CopyOptions().setAtomicMove(true).setReplaceExisting(true)));
    }

    private String text(QueuedMail mail) {
        return String.join(
                "\r\n",
                header("From", settings.from()),
                header("To", mail.recipient()),
                header("Subject", mail.subject()),
                header(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                mail.createdAt().atOffset(ZoneOffset.UTC))),
                header("Message-ID", "<" + mail.id() + "@skyholm>"),
                header("MIME-Version", "1.0"),
                header("Content-Type", "text/plain; charset=utf-8"),
                header("Content-Transfer-Encoding", "8bit"),
                "",
                mail.body().replace("\n", "\r\n"));
    }

    private static String header(String name, String value) {
        return name + ": " + CONTROL.matcher(value).replaceAll(" ");
    }
}
