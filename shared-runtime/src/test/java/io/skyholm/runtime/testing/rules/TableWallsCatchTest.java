package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between tables hold, in whatever way a statement is written. */
class TableWallsCatchTest {

    private static final String HOME = "io.skyholm.house";
    private static final TableOwners OWNERS = new TableOwners(Map.of("shelf", "low", "book", "high"));
    private static final String SHELF =
            "@jakarta.persistence.Entity public class Shelf { public static final int ROOM = 1; }";
    private static final String BOOK =
            "class Book { Class<?> on = HOME.low.Shelf.class; String sql = \"update book set name = $1\"; }";

    @TempDir
    Path folder = Path.of("");

    @Test
    void ownerWritesAndWhoStandsAboveReads() throws IOException {
        assertThat(breaches("""
                high: class Reader { String sql = "select name from shelf, book where shelf_id = shelf.id for update"; }""")).isEmpty();
    }

    @Test
    void sentencesAndColumnsAreNoTables() throws IOException {
        assertThat(breaches("""
                low: class Texts { String sql = "select shelf.book, 'a book' from shelf where book is distinct from $1";
                    String told = "book and shelf are told from each other"; }""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update shelf set name = $1",
                "insert into shelf (id) values ($1)",
                "delete from shelf where id = $1",
                "with gone as (delete from only shelf returning id) select id from gone",
                "merge into shelf using book on shelf.id = book.shelf_id when matched then delete"
            })
    void writingFromAboveIsCaught(String sql) throws IOException {
        assertThat(breaches("high: class Writer { String sql = \"%s\"; }".formatted(sql)))
                .containsExactly("io.skyholm.house.high.Writer writes shelf of low");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"select id from book\"",
                "\"select id from shelf join book on true\"",
                "\"select id from shelf left join lateral (select id from (book)) b on true\"",
                "\"select id from shelf s, book\"",
                "\"select id from book where id = \" + System.nanoTime()",
                "HOME.low.Texts.BOOKS + \" where id = $1\"",
                "\"\"\"\n  select id\n  from\n    book\n\"\"\""
            })
    void readingFromBelowIsCaught(String expression) throws IOException {
        assertThat(breaches("""
                low: class Texts { static final String BOOKS = "select id from book"; }
                low: class Reader { String sql = %s; }""".formatted(expression))).contains("io.skyholm.house.low.Reader reads book of high");
    }

    @Test
    void queriesOfHibernateNameTheirTablesToo() throws IOException {
        assertThat(breaches("""
                high: @jakarta.persistence.Entity @jakarta.persistence.Table(name = "book") class Volume {}
                low: class Reader { String sql = "from Volume where id = :id"; }""")).containsExactly("io.skyholm.house.low.Reader reads book of high");
    }

    @Test
    void conditionInAnAnnotationIsCaught() throws IOException {
        assertThat(breaches("""
                low: record Filter(
                    @io.skyholm.runtime.page.Condition("exists (select from book where shelf_id = ?)") String book) {}""")).containsExactly("io.skyholm.house.low.Filter reads book of high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"book\"", "\"book b join shelf s on true\"", "\"book where \" + System.nanoTime()"})
    void sourceOfASelectIsCaught(String source) throws IOException {
        assertThat(breaches("""
                low: class Reader { record Row(long id) {}
                    Object books = io.skyholm.runtime.record.Select.of(Row.class, %s); }""".formatted(source))).contains("io.skyholm.house.low.Reader reads book of high");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Reader { String of(String table) { return \"select id from \" + table; } }",
                "class Reader { String sql = \"delete from %s where id = $1\"; }",
                "class Reader { record Row(long id) {}"
                        + " Object of(String from) { return io.skyholm.runtime.record.Select.of(Row.class, from); } }"
            })
    void tableThatIsKnownAtRunTimeOnlyIsCaught(String type) throws IOException {
        assertThat(breaches("high: " + type)).singleElement().asString().contains(" ? of ");
    }

    @Test
    void twoRoomsThatReadEachOtherAreCaughtWithoutAnyImport() throws IOException {
        assertThat(breaches("""
                low: class Reader { String sql = "select id from paper"; }
                side: class Paper { String sql = "select shelf_id from paper join shelf on true"; }""", Map.of("shelf", "low", "book", "high", "paper", "side")))
                .containsExactlyInAnyOrder(
                        "io.skyholm.house.low.Reader reads paper of side",
                        "io.skyholm.house.side.Paper reads shelf of low");
    }

    @Test
    void entityOfAnotherRoomsTableIsCaught() throws IOException {
        assertThat(breaches("""
                low: @jakarta.persistence.Entity class Book {}""")).containsExactly(HOME + ".low.Book is an entity of another room's table");
    }

    @Test
    void runtimesTablesAreReadAndNotWritten() throws IOException {
        assertThat(breaches("""
                low: class Waker { String look = "select id from reconcile_task"; String wake = "delete from reconcile_task"; }""")).containsExactly("io.skyholm.house.low.Waker writes reconcile_task of the runtime");
    }

    @Test
    void tableThatNobodySeemsToUseIsCaught() throws IOException {
        assertThat(breaches("low: class Nothing {}", Map.of("shelf", "low", "book", "high", "lamp", "low")))
                .containsExactly("nobody uses lamp");
    }

    @Test
    void tableThatFunctionsAloneUseIsUsed() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), """
                create table lamp (id uuid);

                create function light(of_lamp uuid) returns boolean
                    language sql
                    return (select true from lamp where id = of_lamp);

                create table shade (id uuid);
                """);
        assertThat(TableOwners.functions(folder))
                .singleElement()
                .asString()
                .contains("from lamp")
                .doesNotContain("shade");
    }

    @Test
    void listAndMigrationsAreCompared() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "create table shelf (id uuid);\ncreate table box (id uuid);\n");
        Files.writeString(folder.resolve("V2__b.sql"), "drop table box;\ncreate table lamp (id uuid);\n");
        assertThat(OWNERS.compare(folder))
                .containsExactly(
                        "lamp has no owner in the list of tables",
                        "book is in the list of tables, and no migration makes it");
    }

    @Test
    void tableThatIsMadeAnewStaysOneAndItsPartitionsAreNone() throws IOException {
        Files.writeString(
                folder.resolve("V1__a.sql"), "create table shelf (id uuid);\ncreate table volume (id uuid);\n");
        Files.writeString(folder.resolve("V2__b.sql"), """
                drop table shelf;
                create table shelf (id uuid) partition by hash (id);
                create table shelf_0 partition of shelf default;
                alter table volume rename to book;
                alter table book add column name text;
                """);
        assertThat(OWNERS.compare(folder)).isEmpty();
    }

    private List<String> breaches(String classes) throws IOException {
        return breaches(classes, OWNERS.rooms());
    }

    /** Of a house of two rooms, one above the other, to which some classes are added, each behind its room's name. */
    private List<String> breaches(String classes, Map<String, String> owners) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        String all = "low: " + SHELF + "\nhigh: " + BOOK + "\n" + classes.replace("HOME.", HOME + ".");
        for (String one : all.replace("HOME.", HOME + ".").split("\\n(?=\\w+: )", -1)) {
            String room = HOME + "." + one.substring(0, one.indexOf(':'));
            String type = one.replaceAll("(?s).*?\\b(?:class|record) (\\w+)\\b.*", "$1");
            sources.put(room + "." + type, "package " + room + ";" + one.substring(one.indexOf(':') + 1));
        }
        return new TableWalls(HOME, BadHouse.built(folder, sources), new TableOwners(owners), List.of()).breaches();
    }
}
