package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the process that holds the key. What it answers is checked: a wrong signature would be found only when somebody verifies. */
public final class SignerClient implements Signer {

    private final Path socket;

    public SignerClient(Path socket) {
        this.socket = socket;
    }

    @Override
    public Signed sign(List<Head> heads, Instant now) {
        List<String> answers = ask(heads.stream()
                .map(head -> new SigningRequest(head, now).line() + "\n")
                .collect(Collectors.joining()));
        if (answers.size() != heads.size() + 1) {
            throw new IllegalStateException("the signer answered " + answers.size() + " lines to " + heads.size());
        }
        VerifyingKey key = VerifyingKey.read(answers.getFirst());
        List<Digest> digests = new ArrayList<>();
        for (int index = 0; index < heads.size(); index++) {
            digests.add(digest(heads.get(index), now, answers.get(index + 1), key));
        }
        return new Signed(key, digests);
    }

    private static Digest digest(Head head, Instant now, String answer, VerifyingKey key) {
        String signature = SigningAnswer.signatureOf(answer);
        Digest digest = new Digest(head.chainId(), head.sequence(), head.hash(), now, signature, key.id());
        if (!key.signed(digest)) {
            throw new IllegalStateException("the signer signed something else");
        }
        return digest;
    }

    private List<String> ask(String lines) {
        try (SocketChannel signer = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            ByteBuffer question = StandardCharsets.UTF_8.encode(lines);
            while (question.hasRemaining()) {
                signer.write(question);
            }
            signer.shutdownOutput();
            return new String(Channels.newInputStream(signer).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException away) {
            throw new UncheckedIOException("the signer does not answer at " + socket, away);
        }
    }
}
