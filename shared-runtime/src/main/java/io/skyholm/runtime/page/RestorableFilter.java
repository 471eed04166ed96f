package io.skyholm.runtime.page;

/**
 * A filter of rows that can be taken back for a while after somebody deleted them, which their column {@code deletable_at} tells: until
 * that is over they are listed with what was deleted.
 */
public interface RestorableFilter extends DeletableFilter {}
