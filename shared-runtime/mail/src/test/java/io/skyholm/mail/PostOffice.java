package io.skyholm.mail;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small server that takes mail, and keeps what it was told. */
final class PostOffice implements AutoCloseable {

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final NetServer server;

    private PostOffice(Vertx vertx) {
        this.server = vertx.createNetServer()
                .connectHandler(this::converse)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static PostOffice open(Vertx vertx) {
        return new PostOffice(vertx);
    }

    int port() {
        return server.actualPort();
    }

    /** The conversations that carried a mail. */
    List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void converse(NetSocket client) {
        Conversation conversation = new Conversation(client);
        client.handler(RecordParser.newDelimited("\r\n", line -> conversation.hear(line.toString())));
        conversation.say("220 post.test ESMTP");
    }

    private final class Conversation {

        private final NetSocket client;
        private final StringBuilder heard = new StringBuilder();
        private boolean inMail;

        Conversation(NetSocket client) {
            this.client = client;
        }

        void say(String line) {
            var unused = client.write(line + "\r\n");
        }

        void hear(String line) {
            heard.append(line).append('\n');
            if (inMail) {
                hearMail(line);
                return;
            }
            switch (line.split(" ", 2)[0]) {
                case "EHLO" -> say("250-post.test\r\n250 8BITMIME");
                case "DATA" -> {
                    inMail = true;
                    say("354 Go on");
                }
                case "QUIT" -> say("221 Bye");
                default -> say("250 OK");
            }
        }

        private void hearMail(String line) {
            if (line.equals(".")) {
                inMail = false;
                taken.add(heard.toString());
                say("250 Taken");
            }
        }
    }
}
