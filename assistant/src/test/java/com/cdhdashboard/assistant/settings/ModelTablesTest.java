package com.cdhdashboard.assistant.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.schema.SchemaWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/assistant.md are those of the schema. */
class ModelTablesTest {
    @Test
    void everyKeyStandsInTheGuideAsTheSchemaHasIt() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "assistant.md"));

        for (SchemaSection.Group group : ModelKeys.TABLE.groups()) {
            String table = String.join("\n", rows(group));
            assertThat(guide).as("docs/assistant.md needs%n%n%s%n", table).contains(table);
        }
        assertThat(ModelKeys.TABLE.groups()).hasSize(4);
    }

    private static List<String> rows(SchemaSection.Group group) {
        List<String> rows = new ArrayList<>();
        rows.add("| " + group.title() + " | Type | Default | Meaning |");
        rows.add("|---|---|---|---|");
        group.keys().stream()
                .map(key -> "| `" + key.name() + "` | " + SchemaWords.type(key.type()) + " | " + SchemaWords.absent(key)
                        + " | " + key.meaning() + " |")
                .forEach(rows::add);
        return rows;
    }

    @Test
    void everyProviderStandsInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "assistant.md"));

        assertThat(Stream.of(Provider.values()).map(each -> "`" + each.notation() + "/"))
                .allSatisfy(notation -> assertThat(guide).contains(notation));
    }
}
