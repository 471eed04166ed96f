package io.skyholm.events.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is generated from the records and the catalogue: the same records give the same text everywhere. */
final class GeneratedFiles {

    private GeneratedFiles() {}

    /** The text that belongs in each file. */
    static SortedMap<Path, String> fresh() {
        SortedMap<Path, String> files = new TreeMap<>();
        PayloadSchemas.all()
                .forEach((name, schema) -> files.put(ContractFiles.SCHEMAS.resolve(name + ".json"), pretty(schema)));
        files.put(ContractFiles.CATALOGUE.resolve("asyncapi.yaml"), AsyncApiDocument.write());
        files.put(ContractFiles.CATALOGUE.resolve("README.md"), CataloguePage.write());
        return files;
    }

    /** JSON for people, with the same line ends on every system. */
    static String pretty(JsonNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new JsonMapper().writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
