package io.skyholm.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entries hang on each other, and what is changed, removed or moved is found. */
class ChainTest {

    private final UUID tenant = UUID.randomUUID();
    private final List<Entry> chain = Happened.chain(tenant, 5);

    @Test
    void firstEntryHangsOnNothingAndEveryOtherOnTheOneBefore() {
        assertThat(chain.getFirst().previousHash()).isEqualTo(Chain.BEGINNING);
        assertThat(chain).extracting(Entry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        for (int place = 1; place < chain.size(); place++) {
            assertThat(chain.get(place).previousHash())
                    .isEqualTo(chain.get(place - 1).hash());
        }
    }

    @Test
    void hashIsTheSameOnEveryMachineForEver() {
        Occurrence what = new Occurrence(
                UUID.fromString("01977a40-5000-7b21-8a10-5e10c2d4a401"),
                UUID.fromString("01977a3e-5c00-7a11-9b7e-3f6d2c81a001"),
                null,
                null,
                "CREATED",
                "TENANT",
                "01977a3e-5c00-7a11-9b7e-3f6d2c81a001",
                "identity.tenant.created.v1",
                1,
                "story",
                "{\"name\":\"Ünïted\"}",
                null,
                null,
                AuditStatus.SUCCESS,
                Instant.parse("2026-02-01T12:00:00.5Z"));
        Entry entry = Chain.link(Head.beginning(what.chainId()), what, Instant.parse("2026-02-01T12:00:01Z"));
        assertThat(EntryJson.line(entry)).isEqualTo("""
                {"id":"01977a40-5000-7b21-8a10-5e10c2d4a401","tenantId":"01977a3e-5c00-7a11-9b7e-3f6d2c81a001",\
                "action":"CREATED","resourceType":"TENANT","resourceId":"01977a3e-5c00-7a11-9b7e-3f6d2c81a001",\
                "eventType":"identity.tenant.created.v1","generation":1,"correlationId":"story",\
                "details":{"name":"Ünïted"},"status":"SUCCESS","createdAt":"2026-02-01T12:00:00.500Z",\
                "recordedAt":"2026-02-01T12:00:01Z","sequence":1,"previousHash":"%s","hash":"%s"}""".formatted(Chain.BEGINNING, entry.hash()));
        assertThat(entry.hash()).isEqualTo("a66fc9ed070db576039ddbe4586cafffc2baabbd39f6c18ef44ca35600e25a7b");
    }

    @Test
    void wholeChainIsWalkedToItsEnd() {
        ChainWalk walk = walk();
        assertThat(chain).allSatisfy(entry -> assertThat(walk.step(entry)).isEmpty());
        assertThat(walk.entries()).isEqualTo(5);
        assertThat(walk.reached()).isEqualTo(Head.behind(chain.getLast()));
    }

    @Test
    void changedEntryIsFound() {
        Entry second = chain.get(1);
        Occurrence other = Happened.with(tenant, "{\"name\":\"Other\"}");
        Entry changed = new Entry(other, second.recordedAt(), 2, second.previousHash(), second.hash());
        assertThat(faultOf(chain.get(0), changed)).contains("its content is not what was hashed");
    }

    @Test
    void entryThatWasHashedAnewDoesNotFitTheNext() {
        Entry changed = Chain.link(Head.behind(chain.get(0)), Happened.to(tenant), Instant.EPOCH);
        assertThat(faultOf(chain.get(0), changed, chain.get(2))).contains("it does not hang on the entry before it");
    }

    @Test
    void missingEntryIsFound() {
        assertThat(faultOf(chain.get(0), chain.get(2))).contains("entry 2 should be here");
    }

    @Test
    void entryOfAnotherTenantIsFound() {
        Head forged =
                new Head(Chain.of(UUID.randomUUID()), null, 1, chain.getFirst().hash());
        Entry foreign = Chain.link(forged, Happened.to(UUID.randomUUID()), Instant.EPOCH);
        assertThat(faultOf(chain.get(0), foreign)).contains("it belongs to another chain");
    }

    @Test
    void whatIsExportedIsReadAsItWas() {
        assertThat(chain).allSatisfy(entry -> assertThat(ExportedLine.read(EntryJson.line(entry)))
                .isEqualTo(entry));
    }

    private Optional<String> faultOf(Entry... entries) {
        ChainWalk walk = walk();
        return List.of(entries).stream()
                .flatMap(entry -> walk.step(entry).stream())
                .map(ChainBreak::reason)
                .findFirst();
    }

    private ChainWalk walk() {
        return new ChainWalk(Head.beginning(tenant));
    }
}
