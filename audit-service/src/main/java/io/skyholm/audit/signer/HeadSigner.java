package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import java.io.IOException;
import java.util.Base64;

/** Signs places in chains, and no two with different hashes at the same place: who asks for that rewrites what was signed. */
final class HeadSigner {

    private final SigningKey key;
    private final SignedHeads signed;

    HeadSigner(SigningKey key, SignedHeads signed) {
        this.key = key;
        this.signed = signed;
    }

    /** In Base64, as its PEM text. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(key.verifying().key().getEncoded());
    }

    /** The signature of what the line asks for, or why there is none. */
    String answer(String line) {
        try {
            SigningRequest request = SigningRequest.read(line);
            Head head = request.head();
            if (signed.contradicts(head)) {
                return SigningAnswer.refused("another hash was signed of entry " + head.sequence());
            }
            Digest digest = key.sign(head, request.at());
            signed.note(head);
            return SigningAnswer.signed(digest.signature());
        } catch (IllegalArgumentException malformed) {
            return SigningAnswer.refused("this asks for nothing that could be signed");
        } catch (IOException full) {
            return SigningAnswer.refused("what is signed could not be noted");
        }
    }
}
