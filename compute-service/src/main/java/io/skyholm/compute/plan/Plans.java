package io.skyholm.compute.plan;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The plans that compute knows; who makes and changes them is billing. */
@ApplicationScoped
public class Plans {

    private static final String SEED = """
            insert into known_plan (id, generation, name, cpu_cores, memory_gb, storage_gb, is_active)
            select ('00000000-0000-7000-8000-0000000000' || number)::uuid, 0, name, cores, memory, storage, true
            from (values
                ('a1', 'tiny', 1, 1, 25),
                ('a2', 'small', 1, 2, 50),
                ('a3', 'medium', 2, 4, 80),
                ('a4', 'large', 4, 8, 160),
                ('a5', 'xlarge', 8, 16, 320)
            ) as plan (number, name, cores, memory, storage)
            on conflict do nothing""";

    /** The plans with which billing begins in a local suite, of the same ids: they can be chosen before it has told of them. */
    public Uni<Void> seed(Work work) {
        return work.execute(SEED).replaceWithVoid();
    }
}
