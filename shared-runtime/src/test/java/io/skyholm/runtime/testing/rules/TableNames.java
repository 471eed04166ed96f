package io.skyholm.runtime.testing.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the tables that a text names, if it is SQL: by their place in a statement, since a column, an alias or an English
 * sentence may have the same word.
 */
final class TableNames {

    private static final Pattern TOKEN = Pattern.compile("%(\\d+\\$)?s|[A-Za-z_]\\w*|\\S");
    private static final Pattern IS_SQL =
            Pattern.compile("(?is).*\\b(select|insert into|delete from|update .* set|where|join)\\b.*");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "using", "truncate");
    private static final Set<String> BETWEEN = Set.of("only", "lateral", "table", "(");
    private static final Set<String> NO_STATEMENT_BEFORE_UPDATE = Set.of("for", "key", "do");
    private static final Set<String> END_OF_FROM =
            Set.of("where", "group", "order", "limit", "set", "returning", "values", "union", "select", "for", "on");

    /** A table in a text. */
    record Named(String table, boolean written) {}

    private final List<String> tokens;
    private final Map<String, String> tables;
    private final boolean sql;
    private final List<Named> found = new ArrayList<>();

    /** Whether a comma separates tables, for each bracket that is open. */
    private final Deque<Boolean> commaSeparates = new ArrayDeque<>(List.of(false));

    private TableNames(String text, Map<String, String> tables) {
        this.tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
        this.tables = tables;
        this.sql = IS_SQL.matcher(text).matches();
    }

    /**
     * The tables that a text names.
     *
     * @param text a statement, a part of one, or a sentence that is none
     * @param tables the tables by the names that they have in SQL and in Hibernate's queries, in small letters
     */
    static List<Named> in(String text, Map<String, String> tables) {
        TableNames names = new TableNames(text, tables);
        return names.find(names.sql);
    }

    /** The tables that the source of a select names: it begins where the {@code from} of a statement ends. */
    static List<Named> inSource(String source, Map<String, String> tables) {
        return new TableNames(source, tables).find(true);
    }

    private List<Named> find(boolean beginsWithTable) {
        if (beginsWithTable) {
            look(0, false);
        }
        for (int at = 0; at < tokens.size(); at++) {
            String token = token(at);
            if (BEFORE_TABLE.contains(token) && !(token.equals("update") && isPartOfAnother(at))) {
                look(at + 1, isWritten(at));
            } else if (token.equals(",") && commaSeparates.peek()) {
                look(at + 1, false);
            }
            follow(token);
        }
        return found;
    }

    private void follow(String token) {
        switch (token) {
            case "(" -> commaSeparates.push(false);
            case ")" -> {
                if (commaSeparates.size() > 1) {
                    commaSeparates.pop();
                }
            }
            case "from", "using" -> separates(true);
            default -> {
                if (END_OF_FROM.contains(token)) {
                    separates(false);
                }
            }
        }
    }

    private void separates(boolean comma) {
        commaSeparates.pop();
        commaSeparates.push(comma);
    }

    /**
     * Looks for a table at that place; one that is put in at run time cannot be checked by anybody. What is put in between
     * brackets is a select, which is a text of its own.
     */
    private void look(int place, boolean written) {
        int at = place;
        boolean bracket = false;
        while (BETWEEN.contains(token(at))) {
            bracket |= token(at).equals("(");
            at++;
        }
        String name = token(at);
        String table = tables.get(name);
        if (table != null) {
            found.add(new Named(table, written));
        } else if (place > 0 && sql && !bracket && (name.isEmpty() || name.equals("\u0001") || name.startsWith("%"))) {
            found.add(new Named(TableUse.UNREADABLE, written));
        }
    }

    private boolean isPartOfAnother(int update) {
        return update > 0 && NO_STATEMENT_BEFORE_UPDATE.contains(token(update - 1));
    }

    private boolean isWritten(int keyword) {
        return switch (token(keyword)) {
            case "into", "update", "truncate" -> true;
            case "from" -> keyword > 0 && token(keyword - 1).equals("delete");
            default -> false;
        };
    }

    private String token(int at) {
        return at < tokens.size() ? tokens.get(at).toLowerCase(Locale.ROOT) : "";
    }
}
