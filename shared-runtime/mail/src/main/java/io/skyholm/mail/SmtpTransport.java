package io.skyholm.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Hands mail to a server that carries it on. */
@Singleton
class SmtpTransport implements MailTransport {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_CONNECTIONS = 4;

    private final MailSettings settings;
    private final MailClient client;
    private final Vertx vertx;

    SmtpTransport(MailSettings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
        this.client = MailClient.create(vertx, configuration(settings));
    }

    /** A timer fails on a thread of its own: the outcome comes back to where the reconciler can write it down. */
    @Override
    public Uni<Void> send(QueuedMail mail) {
        Context caller = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(message(mail)).toCompletionStage())
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .emitOn(command -> caller.runOnContext(ignored -> command.run()))
                .replaceWithVoid();
    }

    private MailMessage message(QueuedMail mail) {
        return new MailMessage(settings.from(), mail.recipient(), mail.subject(), mail.body())
                .addHeader("Message-ID", "<" + mail.id() + "@skyholm>");
    }

    private static MailConfig configuration(MailSettings settings) {
        MailConfig configuration = new MailConfig(settings.host(), settings.port())
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) LONGEST.toMillis())
                .setSsl(settings.tls())
                .setStarttls(settings.tls() ? StartTLSOptions.DISABLED : StartTLSOptions.valueOf(settings.startTls()))
                .setLogin(settings.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED);
        settings.user().ifPresent(configuration::setUsername);
        settings.password().ifPresent(configuration::setPassword);
        return configuration;
    }
}
