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
import java.util.Optional;
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
        List<Refused> refused = new ArrayList<>();
        for (int index = 0; index < heads.size(); index++) {
            Head head = heads.get(index);
            String answer = answers.get(index + 1);
            digest(head, now, answer, key)
                    .ifPresentOrElse(
                            digests::add, () -> refused.add(new Refused(head, SigningAnswer.reasonOf(answer))));
        }
        return new Signed(key, digests, refused);
    }

    private static Optional<Digest> digest(Head head, Instant now, String answer, VerifyingKey key) {
        return SigningAnswer.signatureOf(answer)
                .map(signature -> new Digest(head.chainId(), head.sequence(), head.hash(), now, signature, key.id()))
                .filter(key::signed);
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
