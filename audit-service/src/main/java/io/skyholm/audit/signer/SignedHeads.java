package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was signed last of each chain, kept in a file. An older place says nothing here: whoever changes it changes all hashes behind it,
 * and so the one that is known.
 */
final class SignedHeads {

    private final SignedFile file;
    private final Map<UUID, SignedPlace> last = new HashMap<>();

    private SignedHeads(SignedFile file) {
        this.file = file;
    }

    /** Makes the file if it is not there; else leaves in it the last place of each chain, and no half line that others would be added to. */
    static SignedHeads keptIn(Path path) throws IOException {
        SignedFile file = new SignedFile(path);
        SignedHeads heads = new SignedHeads(file);
        file.read().forEach(heads::remember);
        file.rewrite(heads.last.values());
        return heads;
    }

    /** Whether another hash was signed of that very place. */
    boolean contradicts(Head head) {
        SignedPlace known = last.get(head.chainId());
        return known != null
                && known.sequence() == head.sequence()
                && !known.hash().equals(head.hash());
    }

    /** Is on the disk when this returns, and not known if it fails. */
    void note(Head head) throws IOException {
        SignedPlace known = last.get(head.chainId());
        if (known != null && known.sequence() >= head.sequence()) {
            return;
        }
        SignedPlace place = SignedPlace.of(head);
        if (file.isToBeRewritten()) {
            file.rewrite(with(place));
        } else {
            file.append(place);
        }
        remember(place);
    }

    private List<SignedPlace> with(SignedPlace place) {
        Map<UUID, SignedPlace> all = new HashMap<>(last);
        all.put(place.chainId(), place);
        return new ArrayList<>(all.values());
    }

    private void remember(SignedPlace place) {
        last.merge(place.chainId(), place, (known, newer) -> newer.sequence() > known.sequence() ? newer : known);
    }
}
