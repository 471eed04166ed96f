package io.skyholm.runtime.sample;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.problem.DatabaseProblems;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What can be done with notes. */
@ApplicationScoped
class Notes {

    private final Commands commands;
    private final NoteStore store;
    private final Outbox outbox;
    private final ReconcileQueue queue;

    Notes(Commands commands, NoteStore store, Outbox outbox, ReconcileQueue queue) {
        this.commands = commands;
        this.store = store;
        this.outbox = outbox;
        this.queue = queue;
    }

    Uni<NoteView> write(Call call, WriteNote command) {
        return commands.changeOnce(call, command, NoteView.class, work -> {
                    Note note = new Note(Ids.next(), call.caller().tenantId(), command, Instant.now());
                    outbox.publish(work, NoteFact.WRITTEN, NoteFact.of(note));
                    queue.wake(work, NoteReconciler.KIND, note.id);
                    return work.insert(note).replaceWith(() -> NoteView.of(note));
                })
                .onFailure(DatabaseProblems.violates("note_title"))
                .transform(taken -> Problem.of(ProblemKind.CONFLICT, "TITLE_TAKEN", "Choose another title"));
    }

    Uni<NoteView> change(Call call, UUID id, ChangeNote command) {
        return commands.change(call, work -> work.lock(Note.class, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("note")))
                .invoke(note -> call.requireMatch(note.generation))
                .call(note -> {
                    note.change(command);
                    outbox.publish(work, NoteFact.CHANGED, NoteFact.of(note));
                    return work.update(note);
                })
                .map(NoteView::of));
    }

    Uni<NoteView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(() -> Problem.notFound("note")));
    }

    Uni<Page<NoteView>> list(Call call, NoteFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(notes -> Page.of(notes, page, NoteView::id));
    }
}
