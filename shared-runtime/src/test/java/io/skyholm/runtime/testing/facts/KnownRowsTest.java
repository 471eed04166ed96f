package io.skyholm.runtime.testing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A column of a fact that a newer fact does not replace is found, however its statement is written. */
class KnownRowsTest {

    @Test
    void columnThatStaysAsItWasIsNamed() {
        assertThat(KnownRows.left("""
                insert into known_thing as known (id, generation, tenant_id, name)
                values ($1, $2, $3, $4)
                on conflict (id) do update set generation = excluded.generation, name = excluded.name
                where known.generation < excluded.generation""")).containsExactly("known_thing.tenant_id");
    }

    @Test
    void whatIsReplacedWholeOrNotKnownFromFactsIsFine() {
        assertThat(KnownRows.left("""
                insert into known_thing (tenant_id, id, name) values ($1, $2, $3)
                on conflict (tenant_id, id) do update set name = excluded.name where true""")).isEmpty();
        assertThat(KnownRows.left(
                        "insert into thing (id, name) values ($1, $2) on conflict (id) do update set id = 1;"))
                .isEmpty();
    }
}
