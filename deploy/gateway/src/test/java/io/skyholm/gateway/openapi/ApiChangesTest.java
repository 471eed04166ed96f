package io.skyholm.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiChangesTest {

    private static final String RELEASED = """
            {"paths": {"/v1/notes": {
               "get": {
                 "parameters": [{"name": "mood", "in": "query", "schema": {"$ref": "#/components/schemas/Mood"}}],
                 "responses": {
                   "200": {"headers": {"ETag": {}},
                           "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}}}},
               "post": {
                 "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewNote"}}}},
                 "responses": {"201": {}}}}},
             "components": {"schemas": {
               "Note": {"type": "object", "required": ["id"], "properties": {
                 "id": {"type": "string", "format": "uuid"}, "next": {"$ref": "#/components/schemas/Note"}}},
               "NewNote": {"type": "object", "properties": {"title": {"type": "string", "maxLength": 200}}},
               "Mood": {"type": "string", "enum": ["CALM", "URGENT"]}}}}""";

    @Test
    void whatIsTheSameBreaksNothing() {
        assertThat(ApiChanges.breaking(new JsonObject(RELEASED), new JsonObject(RELEASED)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "get": {                    | "head": {                                  | GET /v1/notes is gone
            "name": "mood"              | "name": "humour"                           | GET /v1/notes: the query parameter mood is gone
            "name": "mood",             | "name": "mood", "required": true,          | GET /v1/notes: the query parameter mood is required
            "requestBody": {            | "requestBody": {"required": true,          | POST /v1/notes: a body is required
            {"201": {}}                 | {"202": {}}                                | POST /v1/notes does not answer 201
            {"ETag": {}}                | {}                                         | GET /v1/notes 200: the header ETag is gone
            "URGENT"                    | "LOUD"                                     | GET /v1/notes query parameter mood: the value URGENT is gone
            "maxLength": 200            | "maxLength": 100                           | POST /v1/notes.title: maxLength is 100
            "maxLength": 200            | "pattern": "[a-z]*"                        | POST /v1/notes.title: the pattern is [a-z]*
            {"title": {"type": "string" | {"title": {"type": "integer"               | POST /v1/notes.title: the type [string] is [integer]
            "format": "uuid"            | "format": "uri"                            | GET /v1/notes 200.id: the format uuid is uri
            "required": ["id"],         | "description": "A note",                   | GET /v1/notes 200.id may be missing
            "next":                     | "after":                                   | GET /v1/notes 200.next is gone
            "NewNote": {"type"          | "NewNote": {"required": ["title"], "type"  | POST /v1/notes.title is required
            """)
    void whatClientsRelyOnMayNotChange(String was, String is, String breaks) {
        assertThat(RELEASED).contains(was);

        assertThat(ApiChanges.breaking(new JsonObject(RELEASED), new JsonObject(RELEASED.replace(was, is))))
                .containsExactly(breaks);
    }

    @Test
    void whatIsAddedBreaksNothingAndIsNamedInTheChangelog() {
        JsonObject newer =
                new JsonObject(RELEASED.replace("\"id\": {", "\"stars\": {\"description\": \"How many\"}, \"id\": {")
                        .replace("\"URGENT\"", "\"URGENT\", \"LOUD\"")
                        .replace("\"post\": {", "\"delete\": {\"summary\": \"Delete all\"}, \"post\": {"));

        assertThat(ApiChanges.breaking(new JsonObject(RELEASED), newer)).isEmpty();
        assertThat(ApiAdditions.between(new JsonObject(RELEASED), newer))
                .containsExactly(
                        "- `DELETE /v1/notes`: Delete all", "- `Note.stars`: How many", "- `Mood`: the value `LOUD`");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            ^(USER|ROLE):(READ|UPDATE)$ -> ^(USER|ROLE|TENANT):(READ|UPDATE)$    -> true
            ^(USER|ROLE):(READ|UPDATE)$ -> ^(ROLE|USER):(DELETE|READ|UPDATE)$    -> true
            ^(USER|ROLE):(READ|UPDATE)$ -> ^(USER|TENANT):(READ|UPDATE)$         -> false
            ^(USER|ROLE):(READ|UPDATE)$ -> ^(USER|ROLE):(READ)$                  -> false
            ^(USER|ROLE):(READ|UPDATE)$ -> ^(USER|ROLE|TENANT)/(READ|UPDATE)$    -> false
            [a-z]*                      -> [a-z]+                                -> false
            """)
    void patternMayNameMoreWords(String was, String is, boolean accepted) {
        String older = RELEASED.replace("\"maxLength\": 200", "\"pattern\": \"" + was + "\"");
        String newer = RELEASED.replace("\"maxLength\": 200", "\"pattern\": \"" + is + "\"");

        assertThat(ApiChanges.breaking(new JsonObject(older), new JsonObject(newer))
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void releaseGivesWhatWasAddedItsDate() {
        Changelog changelog =
                new Changelog(new Changelog("# Changes\n\n## 2026-01-01\n\n- The first\n").with(List.of("- More")));

        assertThat(changelog.text())
                .isEqualTo("# Changes\n\n## Not released yet\n\n- More\n\n## 2026-01-01\n\n- The first\n");
        assertThat(changelog.released("2026-02-02", List.of("- More")))
                .isEqualTo("# Changes\n\n## 2026-02-02\n\n- More\n\n## 2026-01-01\n\n- The first\n");
    }
}
