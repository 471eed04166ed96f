package io.skyholm.runtime.page;

import org.jspecify.annotations.Nullable;

/**
 * A filter of rows that stay after they have been deleted. Whoever may list the others may list these, by the same
 * conditions: who may show one by its id sees it deleted, too.
 */
public interface DeletableFilter {

    /** Whether deleted rows are wanted. */
    @Nullable Deleted deleted();

    /** The status that is wanted. That of deleted rows asks for these, whatever else was said. */
    default @Nullable Enum<?> status() {
        return null;
    }
}
